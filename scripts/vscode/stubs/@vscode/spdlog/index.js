// Stands in for the native module: writes VS Code's log files with plain Node.js.
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
	constructor(_kind, _name, file) {
		this.file = file;
		this.level = 2;
		this.raw = false;
	}
	write(level, message) {
		if (level < this.level || !this.file) return;
		const line = this.raw ? message : `${new Date().toISOString()} [${levels[level]}] ${message}\n`;
		try {
			fs.appendFileSync(this.file, line);
		} catch {
			// The folder is gone when the server is being ended: nobody will read the line.
		}
	}
	trace(message) {
		this.write(0, message);
	}
	debug(message) {
		this.write(1, message);
	}
	info(message) {
		this.write(2, message);
	}
	warn(message) {
		this.write(3, message);
	}
	error(message) {
		this.write(4, message);
	}
	critical(message) {
		this.write(5, message);
	}
	getLevel() {
		return this.level;
	}
	setLevel(level) {
		this.level = level;
	}
	setPattern() {}
	clearFormatters() {
		this.raw = true;
	}
	flush() {}
	drop() {
		this.file = undefined;
	}
}

async function createLogger(name, file) {
	fs.mkdirSync(path.dirname(file), { recursive: true });
	return new Logger('', name, file);
}

// One assignment per name: VS Code imports this file as a module and must be able to see the names.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
