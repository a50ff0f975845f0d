// Google Benchmark's main, and after it a table of ratios: a benchmark `X` beside its peer
// `X_peer`, both measured in the same run.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <string>

namespace {

class WithRatios : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const auto& run : runs) {
      const bool once = run.run_type == Run::RT_Iteration && run.repetitions <= 1;
      if (!once && run.aggregate_name != "median") continue;
      if (!run.error_occurred) seconds_[run.run_name.function_name + tail(run)] = time_of(run);
    }
  }

  void print_ratios() const {
    for (const auto& [name, peer] : seconds_) {
      const auto at = name.find("_peer");
      if (at == std::string::npos) continue;
      std::string own = name;
      own.erase(at, 5);
      const auto it = seconds_.find(own);
      if (it != seconds_.end())
        std::printf("ratio %-40s %8.2f x its peer\n", own.c_str(), it->second / peer);
    }
  }

 private:
  static std::string tail(const Run& run) {
    return run.run_name.args.empty() ? "" : "/" + run.run_name.args;
  }
  static double time_of(const Run& run) {
    return run.GetAdjustedRealTime() / benchmark::GetTimeUnitMultiplier(run.time_unit);
  }

  std::map<std::string, double> seconds_;
};

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  WithRatios reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  reporter.print_ratios();
}
