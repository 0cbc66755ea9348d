import { runTool } from "./tool.ts"

/**
 * Python comes with pip anyway, and reads both kinds of archives. Arguments: the archive, a folder, and a JSON object
 * of beginnings of member names and what they become in the folder.
 */
const script = `
import json, os, shutil, sys, tarfile, zipfile
archive, folder, take = sys.argv[1], os.path.realpath(sys.argv[2]), json.loads(sys.argv[3])
def place(name):
    for begin, become in take.items():
        if name.startswith(begin):
            path = os.path.realpath(os.path.join(folder, become + name[len(begin):]))
            if not path.startswith(folder + os.sep): raise SystemExit("unsafe name in the archive: " + name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            return path
def copy(source, path):
    with source, open(path, "wb") as target: shutil.copyfileobj(source, target, 1 << 20)
if archive.endswith(".whl"):
    with zipfile.ZipFile(archive) as z:
        for member in z.infolist():
            path = None if member.is_dir() else place(member.filename)
            if path: copy(z.open(member), path)
else:
    with tarfile.open(archive) as t:
        for member in t:
            path = place(member.name) if member.isfile() else None
            if path: copy(t.extractfile(member), path)
`

/** Unpacks those members of a wheel or a .tgz whose names begin as one of `take`, under its new beginning. */
export const unpack = (python: string, archive: string, folder: string, take: Readonly<Record<string, string>>) =>
  runTool(python, ["-c", script, archive, folder, JSON.stringify(take)], {
    remedy: "make room on the disk, or remove the folder and begin anew"
  })
