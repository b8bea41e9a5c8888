import { looks, settle } from "./tests/browser/looks.ts";
import { launchBrowser } from "./tests/browser/setup/launch.ts";
import { mkdirSync } from "node:fs";
mkdirSync("/tmp/w/looks",{recursive:true});
const base={english:"http://127.0.0.1:8804",arabic:"http://127.0.0.1:8805"};
const wanted=process.argv[2]?.split(",").filter(Boolean)??[]; const w=process.argv[3]; const sch=process.argv[4];
const browser=await launchBrowser();
for(const l of looks){ if(wanted.length&&!wanted.includes(l.name)) continue;
 const c=await browser.newContext({viewport:{width:w?+w:l.width,height:900},colorScheme:(sch as any)??l.scheme}); const page=await c.newPage();
 page.on("pageerror",e=>console.log(l.name,"ERR",e.message)); page.on("console",m=>m.type()=="error"&&!m.text().startsWith("Failed to load")&&console.log(l.name,"CON",m.text()));
 try{ await page.goto(base[l.corpus]+l.path); page.setDefaultTimeout(8000); await l.prepare?.(page); await settle(page); await page.screenshot({path:`/tmp/w/looks/${l.name}.png`,fullPage:!["dialog","dialog-answer","suggestions","docs","preview","recent"].includes(l.name)}); const sw=await page.evaluate(()=>document.documentElement.scrollWidth); if(sw>(w?+w:l.width)) console.log("OVERFLOW",l.name,sw);}catch(e){console.log(l.name,String(e).slice(0,150))}
 await c.close(); }
await browser.close();
