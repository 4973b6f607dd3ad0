package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * /api/connections of 3.x: who is connected from where. Nobody ever is; jobs end at once. 2.x has
 * /api/ip-control, of which only the end of connections is here, as its published contract has it.
 */
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

    void addOfTwo(PanelRouter router) {
        router.api(POST, "/api/ip-control/drop-connections", this::dropOfTwo);
    }

    private Answer dropOfTwo(Call call) {
        JsonObject wish = call.bodyOrEmpty();
        boolean named =
                !wish.getJsonObject("dropBy", new JsonObject())
                        .getJsonArray("userUuids", new JsonArray())
                        .isEmpty();
        if (!named) {
            return Answer.json(400, new JsonObject().put("message", "Validation failed"));
        }
        mustBeConnected();
        return PanelRouter.ok(new JsonObject().put("eventSent", true));
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
        mustBeConnected();
        return Answer.empty(202);
    }

    private void mustBeConnected() {
        boolean connected =
                infrastructure.nodes().values().stream()
                        .anyMatch(node -> node.getBoolean("isConnected"));
        if (!connected) {
            throw PanelError.A219.refusal();
        }
    }
}
