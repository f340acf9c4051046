using Publisher.Cli.Preview;

namespace Publisher.Browser.Tests.Preview;

/// <summary>Random pages, changed at random: whatever the morph keeps, the document must end as the new page has it.</summary>
[Collection(nameof(Chromium))]
public sealed class MorphTests(Chromium chromium)
{
    // A tab that makes players by the thousand runs out of them.
    private const int RoundsInOneTab = 300;

    private const string Fuzz = """
        function fuzz(count, seed, withOld) {
          const random = n => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor(seed / 4294967296 * n); };
          const pick = list => list[random(list.length)];
          let id = 0;
          const words = () => Array.from({ length: random(4) }, () => pick(["a", "be", "sea", "<br>", "<!--c-->", " \n ", "&amp;"])).join(" ");
          const make = depth => {
            const name = pick(["p", "div", "div", "section", "ul", "li", "b", "i", "figure", "audio", "input", "svg", "details", "h2", "template", "style", "noscript"]);
            if (name === "audio") return document.createRange().createContextualFragment(`<audio preload="none" src="/no-${random(4)}.mp3"></audio>`).firstChild;
            const node = name === "svg" ? document.createElementNS("http://www.w3.org/2000/svg", "svg") : document.createElement(name);
            if (random(3) === 0) node.id = `n${id++}`;
            if (random(3) === 0) node.className = pick(["x", "y", "x z"]);
            if (random(6) === 0) node.setAttribute("data-k", random(3));
            if (name === "svg") node.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", `#${random(3)}`);
            else if (name === "template") node.innerHTML = words();
            else if (name === "style") node.textContent = `/* ${random(3)} */`;
            else if (name === "noscript") node.textContent = "Scripts run, so nobody reads this.";
            else if (name !== "input") for (let i = random(depth ? 5 : 1); i > 0; i--) node.append(random(3) ? make(depth - 1) : words());
            return node;
          };
          const page = () => { const doc = document.implementation.createHTMLDocument("t"); for (let i = random(9); i >= 0; i--) doc.body.append(make(3), pick(["", "\n", "text"])); return doc; };
          const change = doc => {
            for (let i = random(6); i >= 0; i--) {
              const all = [...doc.body.querySelectorAll("*")];
              if (!all.length) { doc.body.append(make(2)); continue; }
              const node = pick(all), other = pick(all);
              switch (random(9)) {
                case 0: node.remove(); break;
                case 1: node.before(make(2)); break;
                case 2: if (!node.contains(other)) other.after(node); break;
                case 3: { const box = doc.createElement("div"); node.replaceWith(box); box.append(node); break; }
                case 4: node.replaceWith(...node.childNodes); break;
                case 5: node.setAttribute("title", random(5)); break;
                case 6: node.removeAttribute("class"); node.id = random(2) ? "" : `n${id++}`; break;
                case 7: { const texts = [...doc.createTreeWalker(doc.body, 4).root.childNodes].filter(each => each.nodeType === 3); if (texts.length) pick(texts).nodeValue = words(); break; }
                case 8: doc.body.append(node.cloneNode(true)); break;
              }
            }
          };
          const parsed = doc => new DOMParser().parseFromString(doc.documentElement.outerHTML, "text/html");
          const equal = (a, b) => {
            const templates = root => [...root.querySelectorAll("template")].map(each => each.innerHTML).join("|");
            return a.isEqualNode(b) && templates(a) === templates(b);
          };
          for (let round = 0; round < count; round++) {
            let was = parsed(page());
            document.body.replaceChildren(...was.body.cloneNode(true).childNodes);
            for (let edit = 0; edit < 4; edit++) {
              const next = was.cloneNode(true);
              change(next);
              const now = parsed(next);
              const from = was.body.outerHTML;
              morphPage(withOld ? was : null, now);
              if (!equal(document.body, now.body)) return `${from}\n-> ${now.body.outerHTML}\n!= ${document.body.outerHTML}`;
              if (now.body.outerHTML !== parsed(next).body.outerHTML) return "the new page itself was changed";
              was = now;
            }
          }
          return "";
        }
        """;

    [BrowserFact]
    public async Task The_document_ends_as_the_new_page_has_it()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("PUBLISHER_FUZZ"), out var count) ? count / 8 : RoundsInOneTab;
        var script = await ReadAsync("align.js") + await ReadAsync("morph.js") + Fuzz;
        for (var seed = 0; seed * RoundsInOneTab < rounds; seed++)
            foreach (var withOld in new[] { "true", "false" })
            {
                await using var tab = await chromium.OpenAsync();
                await tab.Page.SetContentAsync("<!doctype html><title>t</title><body></body>");
                var difference = await tab.Page.EvaluateAsync<string>($"(() => {{ {script} return fuzz({RoundsInOneTab}, {seed}, {withOld}); }})()");
                Assert.True(difference == "", difference);
            }
    }

    private static async Task<string> ReadAsync(string part)
    {
        using var reader = new StreamReader(typeof(PreviewServer).Assembly.GetManifestResourceStream($"Preview/{part}")!);
        return await reader.ReadToEndAsync();
    }
}
