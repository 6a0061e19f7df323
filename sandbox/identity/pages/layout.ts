/** The frame of every page here: no script, no outside host, readable at any width. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>
body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;background:#f3f2f1;color:#201f1e;margin:0;display:grid;place-items:start center;min-height:100vh}
main{background:#fff;margin:2rem 1rem;padding:2rem;max-width:27rem;width:calc(100% - 6rem);box-shadow:0 2px 6px #0002}
h1{font-size:1.4rem;font-weight:600;margin:0 0 1rem}label{display:block;margin:.75rem 0 .25rem}
input:not([type=hidden]){font:inherit;width:100%;box-sizing:border-box;padding:.4rem;border:1px solid #605e5c}
button{font:inherit;padding:.4rem 1rem;border:1px solid #0067b8;background:#0067b8;color:#fff;cursor:pointer;margin-top:1rem}
ul{list-style:none;padding:0;max-height:16rem;overflow:auto;border:1px solid #edebe9}li button{display:block;width:100%;text-align:left;background:#fff;color:inherit;border:0;border-bottom:1px solid #edebe9;margin:0}
li button small{display:block;color:#605e5c}.no{background:#fff;color:#0067b8}[role=alert]{color:#a4262c}
:focus-visible{outline:2px solid #201f1e;outline-offset:2px}
</style></head><body><main>${body}</main></body></html>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
