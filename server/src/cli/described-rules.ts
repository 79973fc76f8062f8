import type { Host } from '../host/host.ts';
import { rules } from '../rules/index.ts';
import type { ReportedRule, ReportFormat } from './reports/report.ts';

/** All rules as a format of reports describes them: with their pages where it shows them. */
export async function describedRules(host: Host, { hasPages = false }: ReportFormat): Promise<readonly ReportedRule[]> {
	return Promise.all(
		rules.map(async ({ name, summary, severity }) => {
			const page = hasPages ? await pageOf(name, host) : undefined;
			return { name, summary, severity, ...(page !== undefined && { page }) };
		}),
	);
}

/** The page of a rule, which lies beside the other files shipped with us; undefined where it is not there. */
function pageOf(rule: string, host: Host): Promise<string | undefined> {
	return host.readAsset(`../rules/${rule}.md`).then(
		(bytes) => new TextDecoder().decode(bytes),
		() => undefined,
	);
}
