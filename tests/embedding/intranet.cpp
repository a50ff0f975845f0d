// A page of somebody's intranet: today's huddle of a team, and a form that takes a win.
//   huddlekit_intranet harbour.huddle     prints the port that it listens on
#include <httplib.h>

#include <huddlekit/huddlekit.hpp>
#include <iostream>

namespace hk = huddlekit;

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  auto book = hk::Book::open(argv[1]);  // shared by the server's threads
  httplib::Server server;
  // What the address says, ?day=2026-11-23, or the team's today.
  const auto day_of = [&](const httplib::Request& request, const std::string& team) {
    return request.has_param("day") ? hk::parse_day(request.get_param_value("day"))
                                    : book.team(team).day();
  };

  server.Get("/([a-z0-9-]+)", [&](const httplib::Request& request, httplib::Response& response) {
    const std::string team = request.matches[1];
    const auto agenda = book.team(team).agenda(day_of(request, team));
    response.set_content((agenda ? hk::to_html(*agenda) : "<p>No huddle.</p>") +
                             "<form method=post><input name=text aria-label=\"What went well\">"
                             "<button>Tell a win</button></form>",
                         "text/html; charset=utf-8");
  });
  server.Post("/([a-z0-9-]+)", [&](const httplib::Request& request, httplib::Response& response) {
    const std::string team = request.matches[1];
    book.team(team).tell(hk::StoryKind::kWin, request.get_param_value("text"),
                         {.day = day_of(request, team)});
    response.set_redirect(request.target, 303);
  });
  server.set_exception_handler([](const auto&, httplib::Response& response, std::exception_ptr e) {
    try {
      std::rethrow_exception(e);
    } catch (const hk::NotFound& error) {
      response.status = 404;
      response.set_content(error.what(), "text/plain; charset=utf-8");
    } catch (const hk::InvalidArgument& error) {
      response.status = 400;
      response.set_content(error.what(), "text/plain; charset=utf-8");
    }
  });

  std::cout << server.bind_to_any_port("127.0.0.1") << std::endl;
  return server.listen_after_bind() ? 0 : 1;
}
