const light = `--page:#f6f8fa;--card:#fff;--line:#d1d9e0;--text:#1f2328;--soft:#59636e;--link:#0550ae;--odd:#f6f8fa;
--well:#1a7f37;--on-well:#fff;--well-text:#1a7f37;--gap-text:#cf222e;--around:#aceebb;--on-around:#044f1e;--default:#ddf4ff;--on-default:#0550ae;--left:#54aeff;
--gap:#cf222e;--on-gap:#fff;--accepted:#ffebe9;--on-accepted:#a40e26;--unsure:#d1d9e0;--unsure-2:#e6eaef;--on-unsure:#25292e;
--open:#fff;--on-open:#59636e;--cell-line:#d1d9e0`;
const dark = `--page:#0d1117;--card:#151b23;--line:#3d444d;--text:#f0f6fc;--soft:#9198a1;--link:#79c0ff;--odd:#1b222c;
--well:#238636;--on-well:#fff;--well-text:#3fb950;--gap-text:#ff7b72;--around:#12532a;--on-around:#aff5b4;--default:#14304f;--on-default:#a5d6ff;--left:#1f6feb;
--gap:#d1242f;--on-gap:#fff;--accepted:#4b1113;--on-accepted:#ffaba8;--unsure:#3d444d;--unsure-2:#2f353d;--on-unsure:#f0f6fc;
--open:#151b23;--on-open:#9198a1;--cell-line:#3d444d`;

/** How the page looks: in light and dark, on paper, on a phone. Signs in the cells say what colours say. */
export const pageStyle = `
:root,body.vscode-light{${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
body.vscode-dark,body.vscode-high-contrast{${dark}}
body.vscode-high-contrast-light{${light}}
*{box-sizing:border-box}
html{font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;background:var(--page);color:var(--text)}
body{max-width:1400px;margin:0 auto;padding:28px 24px 72px}
a{color:var(--link)}
code{font:.9em/1.4 ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
small{color:var(--soft);font-size:.85em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.unseen,td>i{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header{display:flex;flex-wrap:wrap;gap:20px 28px;align-items:center;margin-bottom:20px}
header>div{flex:1 1 300px}
h1{font-size:1.75rem;line-height:1.2;margin:0;letter-spacing:-.015em}
h2{font-size:1.3rem;margin:0;letter-spacing:-.01em}
h3{font-size:1rem;margin:28px 0 8px}
.subtitle{margin:2px 0 0;color:var(--soft)}
.lead{margin:6px 0 0;font-size:1.05rem}
.ring{width:104px;height:104px;flex:none}
.ring circle{fill:none;stroke-width:12;stroke:var(--line)}
.ring .todo{stroke:var(--gap)}
.ring .done{stroke:var(--well);transform:rotate(-90deg);transform-origin:56px 56px}
.ring text{fill:var(--text);font-size:25px;font-weight:650;text-anchor:middle;dominant-baseline:central}
.tiles{display:flex;flex-wrap:wrap;gap:8px;list-style:none;margin:0;padding:0}
.tiles li{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:8px 16px;min-width:104px}
.tiles b{display:block;font-size:1.5rem;line-height:1.25;font-weight:650}
.tiles span{color:var(--soft);font-size:.85rem}
.tiles .gap{border-color:var(--gap);border-left-width:5px}
.tiles .well{border-color:var(--well);border-left-width:5px}
.filters{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;margin:0 0 12px}
.filters[hidden]{display:none}
.filters select,.filters input[type=search]{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:3px 8px}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:0 0 16px;padding:0;color:var(--soft);font-size:.87rem}
.legend li{display:flex;align-items:center;gap:7px}
.key{display:inline-flex;width:20px;height:20px;border-radius:4px;align-items:center;justify-content:center;flex:none;font-size:13px}
.api{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:20px 22px;margin:0 0 24px}
.apihead{display:flex;flex-wrap:wrap;gap:6px 16px;align-items:center;margin-bottom:14px}
.apihead p{margin:0;color:var(--soft)}
.note,.empty{color:var(--soft);margin:0 0 12px}
.bar{display:block;border-radius:4px;overflow:hidden;flex:none}
.bar .none{fill:var(--line)}.bar .well{fill:var(--well)}.bar .default{fill:var(--left)}.bar .gap{fill:var(--gap)}.bar .open{fill:var(--soft)}.bar .unsure{fill:var(--unsure)}
.scroll{overflow:auto;max-height:85vh;border:1px solid var(--line);border-radius:10px;width:fit-content;max-width:100%}
.map{border-collapse:separate;border-spacing:0;font-size:13px}
.map th{font-weight:400;text-align:left}
.map thead th,.map thead td{position:sticky;background:var(--card);z-index:2;vertical-align:bottom}
.map .groups>*{top:0;height:1px}
.map thead .columns>*{border-bottom:1px solid var(--line)}
.map tbody th[scope=row],.map tfoot th,.map thead td:first-child{position:sticky;left:0;background:var(--card);z-index:1;border-right:1px solid var(--line)}
.map thead td:first-child{z-index:3}
.map tbody th[scope=row]{padding:2px 12px;min-width:150px;white-space:nowrap}
.map tbody th.long{white-space:normal;min-width:300px;overflow-wrap:anywhere}
.map tbody th[scope=row] small{float:right;margin-left:12px;line-height:1.9;font-variant-numeric:tabular-nums}
.map .must th[scope=row] code{font-weight:700}
.map .tall{padding:8px 0 6px;text-align:center;color:var(--soft)}
.map .tall span{display:inline-block;writing-mode:vertical-rl;transform:rotate(180deg);max-height:170px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;line-height:1.3}
.map .groups .tall span{max-height:230px}
.map .groups th{color:var(--text);font-weight:600;padding-top:8px}
.map .groups .wide{text-align:center;padding:8px 4px 2px}
.map .groups .wide span{display:block;width:0;min-width:100%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.map .odd{background:var(--odd)!important}
.map .tall a{color:inherit;text-decoration:none}
.map .tall a:hover,.map .tall a:focus{color:var(--link);text-decoration:underline}
.map .title th{padding:10px 12px 3px;border-top:1px solid var(--line)}
.map .title span{position:sticky;left:12px;color:var(--soft);font-size:.8rem;font-weight:600;letter-spacing:.05em;text-transform:uppercase}
.map tbody:first-of-type .title th{border-top:0}
.map tbody tr:hover th[scope=row]{background:var(--odd)}
.map td{padding:0;text-align:center}
.map tbody td:not(.edge){position:relative;width:32px;min-width:32px;height:30px;border:2px solid var(--card);border-radius:7px}
.map tbody td[title]:hover,.map tbody td:focus{outline:2px solid var(--text);outline-offset:-1px;z-index:1}
.map td.edge{padding:2px 14px;white-space:nowrap;border-left:1px solid var(--line);text-align:left}
.map th.edge{padding:8px 14px 6px;border-left:1px solid var(--line);color:var(--soft)}
.map thead .groups td:last-child{border-left:1px solid var(--line)}
.map .edge .bar{display:inline-block;margin-right:8px;vertical-align:middle}
.map .edge span{font-variant-numeric:tabular-nums;color:var(--soft)}
.map tfoot>tr>*{position:sticky;bottom:0;background:var(--card);border-top:1px solid var(--line);font-size:12px;padding:6px 2px;z-index:1;font-variant-numeric:tabular-nums}
.map tfoot th{padding:6px 12px;z-index:2;color:var(--soft)}
.map tfoot .all{color:var(--well-text);font-weight:600}
.map tfoot .some{color:var(--gap-text);font-weight:700}
.map tfoot .none{color:var(--soft)}
.map td b{font-weight:600;font-size:12px}
.map td b::after{content:"\\2009"}
td.handled,.key.handled,.chip.handled{background:var(--well);color:var(--on-well)}
td.around,.key.around,.chip.around{background:var(--around);color:var(--on-around)}
td.default,.key.default,.chip.default{background:var(--default);color:var(--on-default)}
td.gap,.key.gap,.chip.gap{background:var(--gap);color:var(--on-gap)}
td.accepted,.key.accepted,.chip.accepted{background:var(--accepted);color:var(--on-accepted)}
td.cannot-tell,.key.cannot-tell,.chip.cannot-tell{background:repeating-linear-gradient(135deg,var(--unsure) 0 4px,var(--unsure-2) 4px 8px);color:var(--on-unsure)}
.chip.cannot-tell{background:var(--unsure)}
td.not-handled,.key.not-handled{background:var(--open);color:var(--on-open);box-shadow:inset 0 0 0 1px var(--cell-line)}
td.handled.few{background:color-mix(in srgb,var(--well) 25%,var(--card));color:var(--text)}
td.gap.few{background:color-mix(in srgb,var(--gap) 25%,var(--card));color:var(--text)}
td.not-asked,.key.not-asked{color:var(--on-open)}
td.handled::after,.key.handled::after{content:"\\2713";font-weight:700}
td.around::after,.key.around::after{content:"\\21B7";font-weight:700}
td.default::after,.key.default::after{content:"d"}
td.gap::after,.key.gap::after{content:"\\2715";font-weight:800}
td.accepted::after,.key.accepted::after{content:"\\2715"}
td.cannot-tell::after,.key.cannot-tell::after{content:"?";font-weight:700}
td.not-handled::after,.key.not-handled::after{content:"\\2013"}
td.not-asked::after,.key.not-asked::after{content:"\\00B7"}
.unused{margin-top:12px;color:var(--soft)}
.unused p{margin:6px 0 0;line-height:1.9}
.unused code{margin-right:8px}
summary{cursor:pointer}
.file{border-top:1px solid var(--line);padding:8px 0}
.file .path{font-weight:600;overflow-wrap:anywhere}
.file ul{list-style:none;margin:4px 0 8px;padding:0 0 0 18px}
.file li{padding:6px 10px;border-left:3px solid var(--line);margin:8px 0;scroll-margin-top:16px}
.file li[data-gap]{border-left-color:var(--gap)}
.file li:target{background:var(--odd);outline:2px solid var(--link)}
.file p{margin:0;overflow-wrap:anywhere}
.file .name{font-weight:600}
.said{font-size:.92rem;margin-top:3px!important}
.said code{margin-right:4px}
.others{color:var(--soft)}
.chip{display:inline-block;border-radius:5px;padding:0 7px;font-size:.82rem;font-weight:600;white-space:nowrap}
.readout{position:fixed;left:50%;bottom:12px;transform:translateX(-50%);max-width:min(900px,94vw);margin:0;padding:8px 16px;border-radius:10px;background:var(--text);color:var(--page);font-size:.9rem;z-index:9;overflow-wrap:anywhere;pointer-events:none}
.readout[hidden],[hidden]{display:none!important}
@media (max-width:640px){body{padding:16px 10px 64px}.api{padding:14px 10px;border-radius:10px}h1{font-size:1.4rem}.ring{width:84px;height:84px}
.tiles{width:100%}.tiles li{flex:1 1 40%;padding:6px 12px}.map tbody th[scope=row]{max-width:44vw;min-width:112px;padding:2px 8px;white-space:normal;overflow-wrap:anywhere}.map td.edge .bar{display:none}.map .tall span,.map .groups .tall span{max-height:104px}.file ul{padding-left:4px}}
@media (forced-colors:active){td,.key,.chip{forced-color-adjust:none}}
@media print{html{background:#fff}body{max-width:none;padding:0}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}.filters,.readout{display:none!important}
.scroll{max-height:none;overflow:visible;border:0}.map thead th,.map thead td,.map th,.map tfoot>tr>*{position:static!important}.api{border:0;padding:0}tr,li{break-inside:avoid}}
body[class*=vscode-] code{background:none;color:inherit;padding:0}
body[class*=vscode-]{max-width:none;min-height:100vh;background:var(--page);color:var(--text)}
`;
