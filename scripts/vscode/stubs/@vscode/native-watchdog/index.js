// Stands in for the native module: whoever starts the server also ends it.
exports.start = () => {};
