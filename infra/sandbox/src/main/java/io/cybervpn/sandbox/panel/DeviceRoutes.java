package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** /api/hwid/devices. */
final class DeviceRoutes {

    private static final String DEVICES = "/api/hwid/devices";

    private final PanelVersion version;
    private final UserStore store;
    private final Devices devices;
    private final UserRoutes users;

    DeviceRoutes(PanelVersion version, UserStore store, Devices devices, UserRoutes users) {
        this.version = version;
        this.store = store;
        this.devices = devices;
        this.users = users;
    }

    void add(PanelRouter router) {
        router.api(GET, DEVICES, this::list);
        router.api(GET, DEVICES + "/stats", call -> PanelRouter.ok(stats()));
        router.api(GET, DEVICES + "/top-users", this::topUsers);
        router.api(
                GET,
                DEVICES + "/:user",
                call -> PanelRouter.ok(Devices.list(devices.of(users.written(call)))));
        router.api(POST, DEVICES, this::create);
        router.api(
                POST,
                DEVICES + "/delete",
                call ->
                        change(
                                call,
                                (user, body) -> devices.remove(user, body.getString("hwid", ""))));
        router.api(
                POST,
                DEVICES + "/delete-all",
                call -> change(call, (user, body) -> devices.removeAll(user)));
    }

    private Answer list(Call call) {
        List<JsonObject> page = page(call, devices.all());
        return PanelRouter.ok(Devices.list(page).put("total", devices.all().size()));
    }

    private List<JsonObject> page(Call call, List<JsonObject> all) {
        int start = number(call, "start", 0);
        return all.stream().skip(start).limit(number(call, "size", 25)).toList();
    }

    private int number(Call call, String field, int usual) {
        return UserQueryRoutes.number(
                version, call, new UserQueryRoutes.Limit(field, usual, 1_000_000, ""));
    }

    private Answer create(Call call) {
        Fields.of(version, call.body())
                .required("hwid", "string")
                .text("hwid", 0, 0, "^[a-zA-Z0-9=-]{10,64}$", "")
                .required(key(), version.isThree() ? "number" : "string")
                .done();
        return change(call, (user, body) -> devices.add(user, body.getString("hwid"), body));
    }

    private String key() {
        return version.isThree() ? "userId" : "userUuid";
    }

    private Answer change(Call call, BiConsumer<JsonObject, JsonObject> act) {
        JsonObject body = call.bodyOrEmpty();
        Fields.of(version, call.body())
                .required(key(), version.isThree() ? "number" : "string")
                .done();
        JsonObject user =
                store.byReference(body.getValue(key())).orElseThrow(PanelError.A025::refusal);
        act.accept(user, body);
        return PanelRouter.ok(Devices.list(devices.of(user)));
    }

    private JsonObject stats() {
        JsonArray platforms = new JsonArray();
        grouped(devices.all(), device -> device.getString("platform", "unknown"))
                .forEach((platform, of) -> platforms.add(platform(platform, of)));
        long users =
                devices.all().stream().map(device -> device.getLong("userId")).distinct().count();
        long unique =
                devices.all().stream().map(device -> device.getString("hwid")).distinct().count();
        int all = devices.all().size();
        return new JsonObject()
                .put("byPlatform", platforms)
                .put(
                        "stats",
                        new JsonObject()
                                .put("totalUniqueDevices", unique)
                                .put("totalHwidDevices", all)
                                .put("averageHwidDevicesPerUser", users == 0 ? 0 : all / users));
    }

    private static JsonObject platform(String platform, List<JsonObject> of) {
        JsonArray apps = new JsonArray();
        grouped(of, device -> device.getString("userAgent", "unknown").split("/", -1)[0])
                .forEach(
                        (app, by) ->
                                apps.add(new JsonObject().put("app", app).put("count", by.size())));
        return new JsonObject()
                .put("platform", platform)
                .put("count", of.size())
                .put("byApp", apps);
    }

    private static <K> Map<K, List<JsonObject>> grouped(
            List<JsonObject> devices, Function<JsonObject, K> by) {
        return devices.stream()
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    private Answer topUsers(Call call) {
        List<JsonObject> top =
                grouped(devices.all(), device -> device.getLong("userId")).entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue().size()))
                        .toList();
        JsonArray users = new JsonArray();
        page(call, top).forEach(users::add);
        return PanelRouter.ok(new JsonObject().put("users", users).put("total", top.size()));
    }

    private JsonObject line(long id, int count) {
        JsonObject user = store.byId(id).map(store::view).orElseGet(JsonObject::new);
        JsonObject line =
                new JsonObject().put("username", user.getString("username")).put("id", id);
        if (!version.isThree()) {
            line.put("userUuid", user.getString("uuid"));
        }
        return line.put("devicesCount", count);
    }
}
