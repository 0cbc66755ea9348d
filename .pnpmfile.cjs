// Pages are published as they were built: whoever installs one needs nothing of what it is made of.
module.exports = {
  hooks: {
    beforePacking: (manifest) => {
      if (manifest.exports?.["."] === "./package.json") delete manifest.dependencies
      return manifest
    }
  }
}
