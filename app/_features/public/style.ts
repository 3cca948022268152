/**
 * STYLE is the whole look of the plain pages: the tokens' greys by the device's own choice of light or dark, the device's own font, targets of 56 px. It is sent with each page,
 * so that a phone with a poor connection needs one answer and no other.
 */
export const STYLE = `
:root{color-scheme:light;--canvas:#f5f6f7;--surface:#fdfdfd;--line:#cdd1d5;--part:#868c94;--text:#14171b;--text2:#565c65;--accent:#253f60;--on:#fff;--link:#28486e;--red:#c3161c;--redtext:#a81319}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;--canvas:#0f1113;--surface:#16181b;--line:#3a3f46;--part:#757c86;--text:#eef0f2;--text2:#a2a9b2;--accent:#35557f;--on:#fff;--link:#a5c0e2;--red:#ff7a7d;--redtext:#ff908f}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--text);font:18px/1.45 system-ui,sans-serif}
main{max-width:640px;margin:0 auto;padding:20px 16px 48px}
.wide{max-width:880px}
h1{font-size:26px;line-height:1.2;margin:0 0 6px}h2{font-size:20px;margin:28px 0 8px}
p{margin:0 0 12px}.soft{color:var(--text2)}.small{font-size:16px}
a{color:var(--link)}
.top{display:flex;flex-wrap:wrap;gap:0 14px;justify-content:flex-end;font-size:15px}
.top a,.top b{display:inline-flex;align-items:center;min-height:48px}
.field{margin:0 0 22px}
label,legend{font-weight:600;padding:0}
.hint{display:block;font-weight:400;font-size:16px;color:var(--text2)}
input[type=text],textarea,input[type=file]{display:block;width:100%;min-height:56px;margin-top:6px;padding:12px;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--part);border-radius:8px}
textarea{min-height:120px;resize:vertical}
form{margin:0 0 20px}
fieldset{border:0;margin:0 0 22px;padding:0;min-width:0}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:8px;margin-top:6px}
.pair .more{grid-column:1/-1}
.pair input{position:absolute;opacity:0;width:1px;height:1px}
.pair label{display:flex;align-items:center;justify-content:center;min-height:56px;border:1px solid var(--part);border-radius:8px;background:var(--surface)}
.pair input:checked+label{background:var(--accent);border-color:var(--accent);color:var(--on)}
.pair input:checked+label::before{content:"\\2713";margin-inline-end:8px}
.pair input:focus-visible+label,a:focus-visible,button:focus-visible,input:focus-visible,textarea:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
button,.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:64px;padding:8px 16px;font:inherit;font-weight:600;color:var(--on);background:var(--accent);border:1px solid var(--accent);border-radius:8px;text-decoration:none;cursor:pointer}
.quiet{color:var(--text);background:var(--surface);border-color:var(--part)}
.box{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:14px 16px;margin:0 0 20px}
.box>:last-child{margin-bottom:0}
.danger{border:3px solid var(--red)}.danger b{color:var(--redtext)}
.danger .button{background:var(--surface);color:var(--redtext);border:2px solid var(--red);font-size:22px;margin-top:10px}
.more{display:none}
#danger-yes:checked~.more{display:block}
.wrong{border-color:var(--text);border-width:2px}
.wrong ul{margin:6px 0 0;padding-inline-start:22px}
.trap{position:absolute;inset-inline-start:-9999px;width:1px;height:1px;overflow:hidden}
.qr{width:180px;max-width:100%;background:#fff;padding:12px;border-radius:8px;margin:8px 0}.qr svg{display:block;width:100%;height:auto}
.way{list-style:none;margin:0;padding:0}.way li{padding:10px 0;border-top:1px solid var(--line)}.way li:first-child{border-top:0}.way b{display:block}
.files{display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(140px,1fr));list-style:none;padding:0;margin:0 0 16px}
.files a{display:block;overflow-wrap:anywhere;min-height:48px}.files img{display:block;width:100%;aspect-ratio:4/3;object-fit:cover;background:var(--surface);border-radius:8px;border:1px solid var(--line)}
dl{margin:0}dt{color:var(--text2);font-size:16px}dd{margin:0 0 10px;overflow-wrap:anywhere}
.said{overflow-wrap:anywhere}
.tick{display:grid;grid-template-columns:48px 1fr;align-items:center;min-height:56px}.tick input{width:28px;height:28px;margin:0}.tick label{padding:8px 0}
ol{padding-inline-start:26px}ol li{margin:0 0 6px}
`
