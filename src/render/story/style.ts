/** How the story looks on a screen, on a phone and on paper: the tokens of the house. */
export const storyStyle = `
:root{color-scheme:light dark;--paper:light-dark(#fbfaf7,#141619);--ink:light-dark(#1a1c1f,#eeece6);--soft:light-dark(#55595f,#b0b3b8);--line:light-dark(#e4e0d8,#2d3136);--rule:light-dark(#b9b4a9,#4a4f56);--context:light-dark(#8f8b81,#666b72);--accent:light-dark(#2a45c2,#a3b5ff);--heat:light-dark(#0d7269,#4ec5b4);--font:"Inter Variable",Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",sans-serif}
*{box-sizing:border-box;margin:0}
body{background:var(--paper);color:var(--ink);font:14px/20px var(--font);font-variant-numeric:tabular-nums;max-width:1080px;margin:0 auto;padding:32px 48px 72px}
.where{display:flex;gap:8px 24px;flex-wrap:wrap;color:var(--soft);margin-bottom:12px}
.where strong{color:var(--ink)}
h1{font-size:28px;line-height:36px;font-weight:400;max-width:30em;text-wrap:pretty}
nav ol{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 24px;margin-top:16px;counter-reset:step}
nav li{counter-increment:step}
nav li::before{content:counter(step) " ";color:var(--soft)}
a{color:var(--accent);text-underline-offset:3px}
h2{font-size:18px;line-height:24px;font-weight:600;border-top:1px solid var(--ink);padding-top:12px;margin:56px 0 4px}
h2 .number{color:var(--soft);font-weight:400;margin-right:8px}
h3{font-size:14px;line-height:20px;font-weight:600;margin:32px 0 4px}
.sentence{font-size:18px;line-height:24px;max-width:42em;text-wrap:pretty}
.muted{color:var(--soft);margin-top:12px;max-width:46em}
figure{margin:24px 0 8px}
figcaption{font-weight:600;margin-bottom:12px;max-width:46em;text-wrap:pretty}
figure svg{display:block;max-width:100%;height:auto}
.small{display:none}
.scroll{overflow-x:auto;margin-top:4px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:8px 20px 8px 0;border-top:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);font-size:12px;line-height:16px;border-top:0;vertical-align:bottom}
.amount{text-align:right;white-space:nowrap}
th:last-child,td:last-child{padding-right:0}
.long{text-wrap:pretty}
.short{max-width:760px}
.map{width:auto}.map th,.map td{padding-right:16px}
.told{table-layout:fixed}
.told th:first-child{width:46%}.told thead th:nth-last-child(2){width:18%}.told thead th:last-child{width:10%}
.texts th[scope=row]{width:22%}
details{margin-top:24px}
summary{cursor:pointer;font-weight:600;padding:4px 0}
summary::marker{color:var(--soft)}
ul{padding:0;list-style:none;max-width:46em}
li{padding:2px 0}
ul li{padding:6px 0;border-top:1px solid var(--line);color:var(--soft)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media screen and (max-width:720px){
body{padding:20px 16px 48px}
h1{font-size:20px;line-height:28px}
.sentence{font-size:16px;line-height:24px}
nav ol{flex-direction:column}
nav a{display:inline-block;padding:2px 0}
h2{margin-top:40px}
.wide{display:none}.small{display:block}
th,td{padding-right:14px}
.told,.told tbody,.texts,.texts tbody,.many,.many tbody{display:block}
.told thead,.texts thead,.many thead{display:none}
.told tr,.many tr{display:flex;flex-wrap:wrap;gap:0 16px;padding:8px 0;border-top:1px solid var(--line)}
.texts tr{display:block;padding:8px 0;border-top:1px solid var(--line)}
.told tr>*,.texts tr>*,.many tr>*{border:0;padding:0;width:auto;display:block}
.told th:first-child,.many th[scope=row]{flex:0 0 100%;width:auto}
.many th[scope=row]{font-weight:600}
.texts th[scope=row]{font-weight:600;width:auto}
.told td,.many td{text-align:left;white-space:normal;font-size:12px;line-height:16px;padding-top:4px}
.told td:nth-last-child(2){display:none}
.told td::before,.texts td::before,.many td::before{content:attr(data-head) " ";color:var(--soft);font-size:12px}
.short td,.short th{padding-right:10px}
}
@media print{
@page{size:A4 portrait;margin:14mm 14mm}
:root{color-scheme:light;--paper:#fff}
body{font-size:9pt;line-height:12.5pt;padding:0;max-width:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
h1{font-size:17pt;line-height:22pt}
nav{display:none}
h2{font-size:13pt;line-height:16pt;margin:0 0 3pt;padding-top:6pt}
section+section{break-before:page}
header{margin-bottom:18pt}
h3{font-size:9.5pt;line-height:12pt;margin:12pt 0 2pt}
.sentence{font-size:11pt;line-height:15pt}
figure{margin:12pt 0 4pt;break-inside:avoid}
figure svg{max-width:100%}
.wide{display:block}.small{display:none}
.scroll{overflow:visible}
th,td{padding:2.8pt 10pt 2.8pt 0}
thead th{font-size:7.5pt;line-height:9pt}
tr{break-inside:avoid}
h2,h3,.sentence{break-after:avoid}
thead{display:table-header-group}
details{display:none}
}
`;
