import type { FindModule } from '../../syntax/language.ts';
export const findModule: FindModule = async () => undefined;
