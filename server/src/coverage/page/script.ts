/**
 * What the page does beyond showing: filters, and says of a cell what it is. It makes no text into HTML, and asks nobody
 * for anything; where VS Code shows the page, it is told which place is to be opened.
 */
export const pageScript = `
'use strict';
(() => {
	const all = (selector, from = document) => [...from.querySelectorAll(selector)];
	const by = (id) => document.getElementById(id);
	const readout = by('readout');
	const filters = by('filters');
	filters.hidden = false;
	filters.addEventListener('submit', (event) => event.preventDefault());

	const tell = (cell) => {
		readout.hidden = !cell;
		readout.textContent = cell ? cell.dataset.words : '';
	};
	// What is told at the foot of the page need not pop up as well; without this script it does.
	for (const cell of all('.map td[title]')) {
		cell.dataset.words = cell.title;
		cell.setAttribute('aria-description', cell.title);
		cell.removeAttribute('title');
	}
	for (const map of all('.map')) {
		const cellOf = (event) => event.target.closest('td[data-words]');
		map.addEventListener('pointerover', (event) => tell(cellOf(event)));
		map.addEventListener('pointerleave', () => tell(document.activeElement.closest('td[data-words]')));
		map.addEventListener('focusin', (event) => tell(cellOf(event)));
		map.addEventListener('focusout', () => tell(undefined));
		const rows = () => [...map.rows].filter((row) => !row.hidden && row.cells.length > 1 && row.closest('tbody'));
		const seen = (row) => [...row.cells].filter((one) => !one.hidden);
		map.addEventListener('keydown', (event) => {
			const cell = cellOf(event);
			const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
			if (!cell || !step) return;
			event.preventDefault();
			const lines = rows();
			let line = lines.indexOf(cell.parentElement);
			let column = seen(cell.parentElement).indexOf(cell);
			for (;;) {
				line += step[0];
				column += step[1];
				const next = lines[line] && seen(lines[line])[column];
				if (!next) return;
				if (next.dataset.words === undefined) continue;
				cell.removeAttribute('tabindex');
				next.tabIndex = 0;
				next.focus();
				return;
			}
		});
	}

	/** One cell of each map can be reached with the Tab key, the others from it with the arrows. */
	const reach = () => {
		for (const map of all('.map')) {
			for (const cell of all('td[tabindex]', map)) cell.removeAttribute('tabindex');
			const first = all('tbody tr:not([hidden]) td[data-words]', map).find((cell) => !cell.hidden);
			if (first) first.tabIndex = 0;
		}
	};
	reach();

	const api = by('api');
	const gaps = by('gaps');
	const words = by('words');
	const filter = () => {
		const sought = words.value.trim().toLowerCase();
		const has = (element) => element.textContent.toLowerCase().includes(sought);
		const isGap = (element) => !gaps.checked || 'gap' in element.dataset;
		for (const section of all('.api')) {
			section.hidden = (api !== null && api.value !== '' && section.dataset.api !== api.value) || !isGap(section);
			if (section.hidden) continue;
			for (const row of all('.map tbody tr:not(.title)', section))
				row.hidden = !isGap(row) || (sought !== '' && !section.dataset.all && !has(row.cells[0]) && hasCode(section, sought));
			for (const body of all('.map tbody', section)) body.hidden = ![...body.rows].some((row) => !row.hidden && !row.matches('.title'));
			for (const file of all('.file', section)) {
				const inPath = has(file.querySelector('.path'));
				for (const item of all('li', file)) item.hidden = !isGap(item) || !(inPath || has(item));
				file.hidden = all('li', file).every((item) => item.hidden);
				if (!file.hidden && (sought !== '' || gaps.checked)) file.open = true;
			}
			for (const unused of all('.unused', section)) unused.hidden = gaps.checked;
			filterColumns(section);
		}
		reach();
	};
	/** Where the words are no code's, they are a file's, and all codes stay. */
	const hasCode = (section, sought) => all('.map tbody th[scope=row]', section).some((head) => head.textContent.toLowerCase().includes(sought));
	const filterColumns = (section) => {
		const heads = all('.map .columns th[scope=col]:not(.edge)', section);
		const shown = heads.map((head) => !gaps.checked || 'gap' in head.dataset);
		for (const row of all('.map .columns, .map tbody tr:not(.title), .map tfoot tr', section))
			shown.forEach((isShown, index) => { row.cells[index + 1].hidden = !isShown; });
		let at = 0;
		for (const group of all('.map .groups th', section)) {
			group.dataset.size ??= group.colSpan;
			const size = Number(group.dataset.size);
			const left = shown.slice(at, at + size).filter(Boolean).length;
			at += size;
			group.hidden = left === 0;
			group.colSpan = Math.max(1, left);
		}
	};
	for (const input of [api, gaps]) input?.addEventListener('change', filter);
	words.addEventListener('input', filter);

	// A place that a link leads to may lie in a file that is folded.
	const unfold = (hash) => {
		const file = hash.length < 2 ? undefined : document.getElementById(hash.slice(1))?.closest('details');
		if (file) file.open = true;
	};
	if (location.hash) unfold(location.hash);
	document.addEventListener('click', (event) => unfold(event.target.closest('a')?.getAttribute('href') ?? ''), true);
	addEventListener('beforeprint', () => { for (const file of all('details')) file.open = true; });

	const host = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;
	document.addEventListener('click', (event) => {
		const link = event.target.closest('[data-open]');
		if (!link || !host) return;
		event.preventDefault();
		host.postMessage({ open: link.dataset.open });
	});
})();
`;
