/** Everything that the Studio says. */
export const studio = {
  title: "Rulescope Studio",
  tagline: "Find the law behind a recorded evolution",
  views: { world: "World", run: "Run", proof: "Test", compare: "Compare", keep: "Keep and share" },
  viewsLabel: "Views",
  setUp: "Set-up",
  find: "Find the rule",
  findAgain: "Find the rule again",
  cancel: "Cancel",
  fix: "First correct:",
  giveRecording: "First drop a recording, or choose one.",
  more: "More settings",
  trouble: "That could not be opened",
  dismiss: "Dismiss",
  shownRun: "Shown run",
  backend: {
    label: "Computed by",
    hint: "auto: WebAssembly for small problems, the fastest that works for large ones.",
    auto: "auto",
    test: "Which work here?",
    testing: "Trying every backend …",
    works: (ms: string, software: boolean) => `works${software ? " without a graphics card" : ""}, ${ms} ms a step`,
    worksNot: "does not work here"
  },
  world: {
    title: "World",
    source: "What to learn from",
    made: "Random soups",
    recorded: "A recording",
    generator: "Generator",
    rule: "Rule",
    ruleHint: "B36/S23, B2-a/S12, MAP… or W110",
    /** Names of well-known rules, in the order in which they are offered. */
    known: {
      "B3/S23": "Life",
      "B36/S23": "HighLife",
      "B2/S": "Seeds",
      "B3678/S34678": "Day & Night",
      "B368/S245": "Morley",
      "B4678/S35678": "Anneal",
      "B34/S34": "34 Life",
      "B1357/S1357": "Replicator",
      "B3/S12345": "Maze",
      W110: "Rule 110"
    },
    loading: "Making the worlds …",
    failed: "These worlds cannot be made",
    unreadable: "There is no recording to show",
    tooLarge: "Too large to show",
    tooLargeHint: "The run makes these worlds all the same; they would only take long to show here.",
    none: "No recording yet",
    noneHint: "Drop a file or a folder under “A recording”, or choose one. It evolves here, and a run finds its rule.",
    which: "Recording shown",
    shape: (width: number, height: number, frames: number) => `${width} × ${height} cells, ${frames} frames`,
    unknownRule: "rule unknown",
    canvas: (generation: number) => `World at generation ${generation}`,
    pause: "Pause",
    play: "Play",
    step: "Step",
    toStart: "To the start",
    speed: "Speed",
    perSecond: (count: string) => `${count} a second`,
    view: "View",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Fit",
    tools: "Pointer",
    tool: { look: "Move", live: "Paint live", dead: "Paint dead" },
    clear: "Clear",
    generation: (at: number, last: number) =>
      at > last ? `generation ${at}, beyond the recording` : `generation ${at} of ${last}`,
    painted: "You changed this world.",
    paintedHint: "The next run still learns from the worlds as they were.",
    learnFromIt: (generations: number) => `Learn from this world, ${generations} generations`,
    keys: "Wheel or + and − zoom, dragging moves, 0 fits.",
    keysPaint: "Wheel or + and − zoom, dragging moves or paints, 0 fits; arrow keys move a cursor and space paints.",
    drop: "Drop a recording here",
    dropHint: "npy, npz, RLE, text, CSV, or a folder with a generation in each file. It stays on this page.",
    missing: (path: string) => `The spec reads ${path}, which is not on this page`,
    missingHint: "Drop that file here; the settings stay as they are.",
    file: "Learns from",
    drawn: "Learns from the world that you drew,"
  },
  pipeline: {
    title: "Pipeline",
    stages: {
      chooser: "Chooser",
      augmenters: "Augmenters",
      backbone: "Backbone",
      inferrer: "Inferrer",
      verifier: "Verifier"
    },
    meanings: {
      augmenters: "change what is learned from, or what the network is asked about",
      chooser: "decides in which family a rule is looked for, where none is stated",
      backbone: "the network that learns the evolution",
      inferrer: "reads the rule out of the counters",
      verifier: "tests the rule on frames nobody learned from"
    },
    whole: "Run",
    wholeMeaning: "family of rules, seed, share kept for the test",
    family: "Family of rules",
    familyHint: "auto: the family that explains the data best.",
    auto: "auto",
    noConfig: "Nothing to set.",
    addAugmenter: "Add an augmenter",
    remove: (name: string) => `Remove ${name}`,
    none: "none",
    runFields: {
      seed: { label: "Seed", description: "Every random choice derives from it." },
      heldOut: { label: "Held out", description: "Share of the transitions kept apart for the test." },
      stride: {
        label: "Stride",
        description:
          "Generations from one frame to the next: a number, auto to find it, recorded: what the recording says."
      }
    }
  },
  run: {
    title: "Run",
    empty: "No run yet",
    emptyHint:
      "Choose a world and press “Find the rule”. What the network learns, and the rule as it forms, is shown here.",
    failed: "The run stopped",
    defect: "This is a mistake in Rulescope, not in what you gave",
    cancelled: "Cancelled",
    memory: (tensors: number) =>
      tensors === 0 ? "All memory of the network is free again." : `${tensors} tensors are still in memory.`,
    watch: "Watch the test",
    cancel: "Cancel",
    stages: {
      generate: "Frames",
      census: "Census",
      family: "Family",
      fit: "Learn",
      infer: "Read the rule",
      verify: "Test"
    },
    reused: "kept from before",
    working: "At work …",
    learning: (step: number, right: number, of: number) => `Learning, step ${step}: ${right} of ${of} patterns right`,
    loss: "Loss, nats per cell",
    accuracy: "Accuracy",
    seen: "Seen",
    seenValue: (cells: number, patterns: number, of: number) =>
      `${cells.toLocaleString("en")} cells, ${patterns} of ${of} patterns`,
    backend: "Computed by",
    symmetry: "Symmetry",
    symmetryValue: (id: string, orbits: number) =>
      `${id === "all" ? "all permutations of the ring" : id === "trivial" ? "none" : id}, ${orbits} orbits`,
    trainedOn: "Learns from",
    trainedOnValue: {
      census: (rows: number, field: string) => `the census, ${rows.toLocaleString("en")} patterns of ${field} cells`,
      frames: (rows: number, field: string) => `${rows} frames a step, seen through ${field} cells`
    },
    tensors: "Tensors in memory",
    restarts: "Attempts given up",
    rule: "Rule",
    ruleSoFar: "What the network predicts so far",
    open: (open: number, of: number, rules: number | null) =>
      `${open} of ${of} classes are undetermined; ${rules?.toLocaleString("en") ?? "more than 10³⁰⁸"} rules remain.`,
    sameWhen: "The same frames also fit",
    counters: "Counters and thresholds",
    countersHint:
      "How often the network predicts each transition, by the number of live neighbours; the lines across are the thresholds.",
    classes: "Classes",
    columns: { class: "Class", label: "Next state", support: "Seen", confidence: "Confidence" },
    dead: "dead",
    live: "live",
    undetermined: "undetermined",
    differs: "differs from the stated rule",
    allClasses: (count: number) => `Show all ${count} classes`,
    fewer: "Show fewer",
    training: "Training",
    families: "Families of rules",
    noisy: (share: string) => `The network, too, predicts only ${share} % of the cells.`,
    noisyHint:
      "The recording is noisy, or a cell sees further than assumed. A reading that knows noise may find the rule.",
    readWith: (inferrer: string) => `Read it with ${inferrer}`,
    reread: "Read it differently",
    rereadHint:
      "Another inferrer, other thresholds: the trained network is used again, so the new rule is there at once.",
    rereading: "Reading again …"
  },
  verdict: {
    word: {
      confirmed: "Confirmed on frames that nobody learned from.",
      refuted: "Refuted.",
      inconclusive: "Not settled.",
      unproved: "Not proved: no frames were kept apart."
    },
    /** What else the frames may mean. */
    rivals: {
      family: "The next state depends on where the live cells are, not only on how many: try the family auto.",
      stride: "Generations seem to be missing between the frames: try another stride.",
      boundary: "Something else lies beyond the edges: try another boundary.",
      further: "The next state depends on cells further away: a larger neighbourhood, or generations that are missing.",
      "second-order": "The next state depends on the generation before as well: a second-order rule.",
      alternating: "Odd and even generations follow different rules: an alternating rule.",
      blocks: "The next state depends on whether row, column and generation are odd: a block automaton.",
      change: "The rule changes midway: before and after, the frames follow different rules.",
      frames: "All contradictions are in a few transitions: frames are missing, doubled or out of order.",
      asynchronous:
        "Cells that should change often do not: they are updated at random times, or the rule is stochastic."
    },
    tested: (rule: string) => `Tested was the law of the training part, ${rule}.`,
    /** Between two sentences. */
    between: " ",
    short: { confirmed: "confirmed", refuted: "refuted", inconclusive: "not settled", unproved: "not proved" },
    cells: (right: number, of: number) =>
      `The rule alone predicts ${right.toLocaleString("en")} of ${of.toLocaleString("en")} cells.`,
    transitions: (exact: number, of: number) => `${exact} of ${of} transitions are exact.`,
    undecided: (count: number) => `For ${count.toLocaleString("en")} cells it says nothing.`,
    replay: (exact: number, of: number) => `Left alone from one frame, it stays exact for ${exact} of ${of} frames.`
  },
  proof: {
    title: "Recorded and inferred",
    empty: "Nothing to test yet",
    emptyHint:
      "When a run has found a rule, the recording and the rule stand here side by side, with their difference.",
    noFrames: "The frames are not at hand",
    recorded: "Recorded",
    byRule: "By the inferred rule",
    difference: "Difference",
    modes: { alone: "Alone from the first frame", each: "One step from every frame" },
    modeHints: {
      alone: "The rule sees the first frame only and goes on by itself.",
      each: "The rule sees each recorded frame and predicts the next one."
    },
    frame: (at: number, last: number) => `frame ${at} of ${last}`,
    start: "the start",
    heldOut: "kept for the test",
    learned: "learned from",
    same: (known: number) => `all ${known.toLocaleString("en")} cells agree`,
    differing: (count: number, known: number) =>
      `${count.toLocaleString("en")} of ${known.toLocaleString("en")} cells differ`,
    back: "Back",
    time: "Frame",
    never: "No frame differs.",
    firstAt: (frame: number, most: string) =>
      `The first difference is in frame ${frame}; at most ${most} % of the cells differ.`
  },
  compare: {
    title: "Two runs",
    empty: "Two finished runs are needed",
    emptyHint: "Run twice, or read one run with another inferrer: both are kept while the page is open.",
    what: "What",
    config: (stage: string) => `${stage}, settings`,
    seed: "Seed",
    steps: "Steps / attempts",
    heldOut: "Test",
    heldOutAccuracy: "Cells right in the test",
    replay: "Frames exact when left alone",
    classes: "Classes that differ",
    notGiven: "not given",
    comma: ", ",
    sameLabels: "Both give every class the same label."
  },
  keep: {
    incomplete: "The set-up is not complete yet",
    ofDraft: "This set-up",
    ofRun: (name: string) => `Run ${name}`,
    downloadRun: "Download the run",
    downloadSpec: "Download the spec",
    archiveHint:
      "The archive holds spec, estimate, verdict, evidence, events, training curve, figures and a dropped or drawn recording; drop it here to open it again.",
    link: "Link",
    linkHint: "Opens this page with the same set-up; nothing of it is sent to a server.",
    linkWithoutFile: "Carries the set-up, not the recording: whoever opens it drops the file.",
    command: "The same on the command line",
    commandHint: "With the downloaded spec.json; same rule, same census.",
    commandWithFile: (path: string) => `With the downloaded spec.json beside ${path}; same rule, same census.`,
    showSpec: "Show the spec",
    census: "Census key:",
    open: "Open a run or a spec",
    openHint: "Drop an archive, a spec.json, a result.json, or a folder that rulescope run --out made.",
    copy: "Copy",
    copied: "Copied"
  }
}

/** Every text of the Studio; each language has all of them. */
export type StudioTexts = typeof studio
