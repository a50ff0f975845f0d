#include <benchmark/benchmark.h>

#include "huddlekit/render.hpp"
#include "sample_agenda.hpp"

// One agenda of nine segments to each target. A hotel's year is 240 days of 6 huddles: 1,440 agendas.

namespace huddlekit {
namespace {

template <auto render>
void BM_Render(benchmark::State& state) {
  const Agenda agenda = testing::sample_agenda();
  for (auto _ : state) benchmark::DoNotOptimize(render(agenda));
  state.SetItemsProcessed(state.iterations());
}

std::string text(const Agenda& agenda) { return to_text(agenda); }

void BM_AgendaFromJson(benchmark::State& state) {
  const std::string json = to_json(testing::sample_agenda());
  for (auto _ : state) benchmark::DoNotOptimize(agenda_from_json(json));
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK(BM_Render<text>)->Name("BM_ToText");
BENCHMARK(BM_Render<to_markdown>)->Name("BM_ToMarkdown");
BENCHMARK(BM_Render<to_html>)->Name("BM_ToHtml");
BENCHMARK(BM_Render<to_html_page>)->Name("BM_ToHtmlPage");
BENCHMARK(BM_Render<to_json>)->Name("BM_ToJson");
BENCHMARK(BM_Render<to_slack>)->Name("BM_ToSlack");
BENCHMARK(BM_AgendaFromJson);

}  // namespace
}  // namespace huddlekit
