using System.Text;
using Publisher.Rendering;
using Publisher.Text;

namespace Publisher.Core.Tests.Rendering;

public class FeedHtmlTests
{
    [Theory]
    [InlineData("<p>a <b>c</b></p>", "<p>a <b>c</b></p>")]
    [InlineData("<a href=\"#x\">a</a>", "<a href=\"https://e.org/p/#x\">a</a>")]
    [InlineData("<img src='one.png' alt='\"'>", "<img src=\"https://e.org/p/one.png\" alt=\"&quot;\">")]
    [InlineData("<img src=/one.png>", "<img src=\"https://e.org/one.png\">")]
    [InlineData("<img srcset=\"a.png 1x, https://x.org/b.png 2x\"/>", "<img srcset=\"https://e.org/p/a.png 1x, https://x.org/b.png 2x\"/>")]
    [InlineData("<img srcset=\"https://x.org/w_4,c_f/a.jpg 4w,b.png\">", "<img srcset=\"https://x.org/w_4,c_f/a.jpg 4w, https://e.org/p/b.png\">")]
    [InlineData("<a href=\" JavaScript:x()\" class=x>a</a>", "<a class=\"x\">a</a>")]
    [InlineData("<a href=\"data:text/html,x\">a</a>", "<a>a</a>")]
    [InlineData("<base href=x><meta http-equiv=refresh><link rel=stylesheet>a", "a")]
    [InlineData("a<script>if (a < b) '</p>'</script>b", "ab")]
    [InlineData("a<SCRIPT src=x></SCRIPT >b", "ab")]
    [InlineData("a<button><b>x</b></button>b", "ab")]
    [InlineData("<form><form></form>x</form>b", "b")]
    [InlineData("<input name=a>b", "b")]
    [InlineData("<li><input type=\"checkbox\" disabled checked> a</li><li><input type=checkbox> b", "<li>☑ a</li><li>☐ b")]
    [InlineData("<a ping=\"/x\" href=/y>a</a>", "<a href=\"https://e.org/y\">a</a>")]
    [InlineData("<svg><use xlink:href='#x'/></svg><q cite=z>a</q>", "<svg><use xlink:href=\"https://e.org/p/#x\"/></svg><q cite=\"https://e.org/p/z\">a</q>")]
    [InlineData("<td style='text-align:left'><p style=\"background:URL(/a.png)\"><p style='b: u&#x72;l(x)'><p style='b:\\75rl(x)'>", "<td style=\"text-align:left\"><p><p><p>")]
    [InlineData("<!-- <p> -->a", "a")]
    [InlineData("<p onclick=\"a>b\" class=x>c", "<p class=\"x\">c")]
    [InlineData("a < b", "a &lt; b")]
    [InlineData("a<iframe src='https://v.org/e/1' title='Tom &amp; <i>' width=9 allow=x>no <b>frames</iframe>b", "a<a href=\"https://v.org/e/1\">Tom &amp; &lt;i&gt;</a>b")]
    [InlineData("<figure><iframe src=\"/map?a=1&amp;b\"></iframe></figure>", "<figure><a href=\"https://e.org/map?a=1&amp;b\">https://e.org/map?a=1&amp;b</a></figure>")]
    [InlineData("<iframe srcdoc='<p>x'></iframe><iframe src=about:blank></iframe><iframe src=' javascript:x'></iframe>b", "b")]
    [InlineData("<object data=\"a.pdf\" title=\"Paper\"><p>none</p></object>b", "<a href=\"https://e.org/p/a.pdf\">Paper</a>b")]
    [InlineData("<object><param name=movie value=x><embed src=\"https://v.org/1\"></object>b", "<a href=\"https://v.org/1\">https://v.org/1</a>b")]
    [InlineData("<embed src=a.mid/>b</embed>", "<a href=\"https://e.org/p/a.mid/\">https://e.org/p/a.mid/</a>b")]
    [InlineData("<video controls src=\"a.mp4\"></video><audio src=\"a.mp3\"></audio>", "<video controls src=\"https://e.org/p/a.mp4\"></video><audio src=\"https://e.org/p/a.mp3\"></audio>")]
    [InlineData("<a href", "<a href")]
    [InlineData("<a href=\"", "<a href=\"https://e.org/p/\"")]
    [InlineData("<script>a", "")]
    [InlineData("<h2 id=\"x\">X<a class=\"anchor\" href=\"#x\"></a></h2>", "<h2 id=\"x\">X</h2>")]
    [InlineData("<details open><summary>s</summary></details>", "<details open><summary>s</summary></details>")]
    [InlineData("<a href=\"mailto:a@b.c\">m</a>", "<a href=\"mailto:a@b.c\">m</a>")]
    [InlineData("<a href=\"?a=1&amp;b=2\">q</a>", "<a href=\"https://e.org/p/?a=1&amp;b=2\">q</a>")]
    public void Html_is_fit_for_other_places(string html, string expected) => Assert.Equal(expected, Clean(html));

    [Fact]
    public void What_is_fit_stays_as_it_is() => Fuzz.Run(
        ["<p class=a onclick='b'>c <a href=\"#d\">e</a></p>", "<script>f</script><img src=g srcset='h 1x'>", "<!-- i --><button>j</button>",
            "<iframe src=k title='<l>'></iframe>", "<object data=m></object><embed src=n>"],
        3000,
        html => Assert.Equal(Clean(html), Clean(Clean(html))),
        alphabet: " \n<>/='\"!-abscriptx#&;é😀");

    private static string Clean(string html)
    {
        var output = new Utf8Buffer();
        FeedHtml.Write(Encoding.UTF8.GetBytes(html), "https://e.org/p/", output);
        return output.ToString();
    }
}
