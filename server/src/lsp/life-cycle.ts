import { type Connection, ErrorCodes, Message, type MessageStrategy, ResponseError } from 'vscode-languageserver';

/** When a client may ask what (LSP, Lifecycle Messages). */
export interface LifeCycle {
	/** Looks at each message before it is handled. */
	readonly messageStrategy: MessageStrategy;
	/** Refuses what was asked out of turn. */
	serve(connection: Connection): void;
	/** Whether the client said that it goes. */
	isOver(): boolean;
}

/** What stands for a request that came out of turn, with why it is refused. */
const refusals = {
	'apiErrors/tooEarly': [ErrorCodes.ServerNotInitialized, 'The server was not initialized.'],
	'apiErrors/twice': [ErrorCodes.InvalidRequest, 'The server was initialized before.'],
	'apiErrors/tooLate': [ErrorCodes.InvalidRequest, 'The server was shut down.'],
} as const;

type Refusal = keyof typeof refusals;

/** Follows what one client says of its coming and going. */
export function followLifeCycle(): LifeCycle {
	let phase: 'new' | 'open' | 'over' = 'new';

	function refusalOf(method: string): Refusal | undefined {
		if (phase === 'over') return 'apiErrors/tooLate';
		if (method === 'initialize' && phase === 'open') return 'apiErrors/twice';
		if (method !== 'initialize' && phase === 'new') return 'apiErrors/tooEarly';
		if (method === 'initialize') phase = 'open';
		if (method === 'shutdown') phase = 'over';
		return undefined;
	}

	return {
		messageStrategy: {
			handleMessage(message, next) {
				const refusal = Message.isRequest(message) ? refusalOf(message.method) : undefined;
				return next(refusal ? Object.assign({}, message, { method: refusal, params: undefined }) : message);
			},
		},
		serve(connection) {
			for (const [method, [code, reason]] of Object.entries(refusals))
				connection.onRequest(method, () => new ResponseError(code, reason));
		},
		isOver: () => phase === 'over',
	};
}
