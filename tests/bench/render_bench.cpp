#include <benchmark/benchmark.h>

#include "huddlekit/json.hpp"
#include "huddlekit/render.hpp"
#include "sample_agenda.hpp"

// One agenda of nine segments to each target. A hotel's year is 240 days of 6 huddles: 1,440
// agendas.

namespace huddlekit {
namespace {

template <auto render>
void BM_Render(benchmark::State& state) {
  const Agenda agenda = testing::sample_agenda();
  for (auto _ : state) benchmark::DoNotOptimize(render(agenda));
  state.SetItemsProcessed(state.iterations());
}

std::string text(const Agenda& agenda) { return to_text(agenda); }
std::string markdown(const Agenda& agenda) { return to_markdown(agenda); }
std::string slack(const Agenda& agenda) { return to_slack(agenda); }
std::string teams(const Agenda& agenda) { return to_teams(agenda); }
Email email(const Agenda& agenda) { return to_email(agenda); }
std::string page(const Agenda& agenda) { return to_page(agenda); }
std::string csv(const Agenda& agenda) { return to_csv({&agenda, 1}); }
std::string rss(const Agenda& agenda) { return to_rss({&agenda, 1}, "Huddles", "https://x"); }

/// 1,440 agendas to every target.
void BM_HotelsYear(benchmark::State& state) {
  const std::vector<Agenda> year(1440, testing::sample_agenda());
  for (auto _ : state) {
    std::size_t bytes = to_csv(year).size() + to_rss(year, "Huddles", "https://x").size();
    for (const auto& agenda : year) {
      for (const auto render :
           {text, markdown, to_html, to_html_page, page, to_json, slack, teams}) {
        bytes += render(agenda).size();
      }
      bytes += to_email(agenda).html.size();
    }
    benchmark::DoNotOptimize(bytes);
  }
}

void BM_AgendaFromJson(benchmark::State& state) {
  const std::string json = to_json(testing::sample_agenda());
  for (auto _ : state) benchmark::DoNotOptimize(from_json<Agenda>(json));
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK(BM_Render<text>)->Name("BM_ToText");
BENCHMARK(BM_Render<markdown>)->Name("BM_ToMarkdown");
BENCHMARK(BM_Render<to_html>)->Name("BM_ToHtml");
BENCHMARK(BM_Render<to_html_page>)->Name("BM_ToHtmlPage");
BENCHMARK(BM_Render<to_json<Agenda>>)->Name("BM_ToJson");
BENCHMARK(BM_Render<slack>)->Name("BM_ToSlack");
BENCHMARK(BM_Render<teams>)->Name("BM_ToTeams");
BENCHMARK(BM_Render<email>)->Name("BM_ToEmail");
BENCHMARK(BM_Render<page>)->Name("BM_ToPage");
BENCHMARK(BM_Render<csv>)->Name("BM_ToCsv");
BENCHMARK(BM_Render<rss>)->Name("BM_ToRss");
BENCHMARK(BM_AgendaFromJson);
BENCHMARK(BM_HotelsYear)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace huddlekit
