package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** /api/connections of 3.x: who is connected from where. Nobody ever is; jobs end at once. */
final class ConnectionRoutes {

    private final Infrastructure infrastructure;
    private final UserRoutes users;
    private final List<Long> jobs = new ArrayList<>();

    ConnectionRoutes(Infrastructure infrastructure, UserRoutes users) {
        this.infrastructure = infrastructure;
        this.users = users;
    }

    void add(PanelRouter router) {
        router.api(POST, "/api/connections/by-user/:user", this::start);
        router.api(GET, "/api/connections/by-user/:job", this::result);
        router.api(POST, "/api/connections/drop", this::drop);
    }

    private Answer start(Call call) {
        jobs.add(users.written(call).getLong("id"));
        return PanelRouter.created(new JsonObject().put("jobId", Integer.toString(jobs.size())));
    }

    private Answer result(Call call) {
        String job = call.param("job");
        if (!job.matches("\\d{1,9}")
                || Integer.parseInt(job) > jobs.size()
                || Integer.parseInt(job) < 1) {
            throw PanelError.A218.refusal();
        }
        JsonObject progress =
                new JsonObject().put("total", 0).put("completed", 0).put("percent", 0);
        JsonObject result =
                new JsonObject()
                        .put("success", true)
                        .put("userId", jobs.get(Integer.parseInt(job) - 1))
                        .put("nodes", new JsonArray());
        return PanelRouter.ok(
                new JsonObject()
                        .put("isCompleted", true)
                        .put("isFailed", false)
                        .put("progress", progress)
                        .put("result", result));
    }

    private Answer drop(Call call) {
        boolean connected =
                infrastructure.nodes().values().stream()
                        .anyMatch(node -> node.getBoolean("isConnected"));
        if (!connected) {
            throw PanelError.A219.refusal();
        }
        return Answer.empty(202);
    }
}
