// Stands in for the native module: telemetry is off, so no device needs a name.
exports.getDeviceId = async () => '00000000-0000-4000-8000-000000000000';
