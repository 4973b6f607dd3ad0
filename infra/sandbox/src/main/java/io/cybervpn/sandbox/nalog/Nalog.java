package io.cybervpn.sandbox.nalog;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Control;
import io.cybervpn.sandbox.http.Endpoint;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.SandboxServer;
import io.cybervpn.sandbox.http.StateLock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The service: its server, and what tests may reach directly. It pushes nothing. */
public final class Nalog implements AutoCloseable {

    /** Whose incomes these are. */
    public static final String INN = "770000000001";

    /** His password; no secret, nothing but the sandbox accepts it. */
    public static final String PASSWORD = "password-of-the-sandbox";

    private static final Set<String> COMMENTS =
            Set.of("Чек сформирован ошибочно", "Возврат средств");
    private static final int LIMIT_MAX = 100;

    private final SandboxClock clock = new SandboxClock();
    private final Faults faults = new Faults();
    private final Incomes incomes = new Incomes();
    private final Webhooks webhooks;
    private final SandboxServer server;
    private final URI url;
    private volatile String token = "";
    private volatile boolean refuses;

    /**
     * Starts listening.
     *
     * @param port 0 takes any free one
     */
    public Nalog(Vertx vertx, int port) {
        StateLock lock = new StateLock();
        this.webhooks = new Webhooks(vertx, faults, "", List.of());
        this.server =
                new SandboxServer(
                        vertx,
                        lock,
                        faults,
                        new SandboxServer.Manners(
                                call -> false,
                                call -> error(400, "request.body.malformed"),
                                call -> error(500, "internal.error")));
        Control control =
                new Control(
                        server,
                        new Control.World(
                                "Moy Nalog", faults, webhooks, clock, this::state, this::reset));
        control.on(
                POST,
                "/_sandbox/logout",
                "the token is dead, as after a login elsewhere",
                call -> {
                    logout();
                    return Answer.empty(204);
                });
        server.on(POST, "/api/v1/auth/lkfl", this::login);
        server.on(POST, "/api/v1/income", authorized(this::income));
        server.on(GET, "/api/v1/incomes", authorized(this::list));
        server.on(POST, "/api/v1/cancel", authorized(this::cancel));
        server.on(GET, "/api/v1/receipt/:inn/:uuid/print", this::print);
        server.otherwise(call -> error(404, "not.found"));
        this.url = server.listen(port);
    }

    private Answer login(Call call) {
        JsonObject body = call.bodyOrEmpty();
        boolean known =
                INN.equals(body.getString("username"))
                        && PASSWORD.equals(body.getString("password"))
                        && body.containsKey("deviceInfo");
        if (!known) {
            return error(401, "authentication.failed");
        }
        token = UUID.randomUUID().toString();
        return Answer.json(
                200,
                new JsonObject()
                        .put("token", token)
                        .put("refreshToken", UUID.randomUUID().toString())
                        .put("tokenExpireIn", clock.instant().plusSeconds(3600).toString()));
    }

    private Endpoint authorized(Endpoint endpoint) {
        return call ->
                !token.isEmpty()
                                && call.header("Authorization")
                                        .equals(Optional.of("Bearer " + token))
                        ? endpoint.answer(call)
                        : error(401, "access.denied");
    }

    private Answer income(Call call) {
        JsonObject body = call.bodyOrEmpty();
        try {
            JsonObject line = body.getJsonArray("services").getJsonObject(0);
            BigDecimal amount = new BigDecimal(line.getValue("amount").toString());
            BigDecimal total = new BigDecimal(body.getString("totalAmount"));
            OffsetDateTime at = OffsetDateTime.parse(body.getString("operationTime"));
            OffsetDateTime.parse(body.getString("requestTime"));
            boolean good =
                    !refuses
                            && amount.compareTo(total) == 0
                            && amount.signum() > 0
                            && amount.scale() <= 2
                            && !at.toInstant().isAfter(clock.instant());
            return good
                    ? Answer.json(
                            200,
                            new JsonObject()
                                    .put(
                                            "approvedReceiptUuid",
                                            incomes.add(line.getString("name"), at, total).uuid()))
                    : error(400, "taxpayer.income.invalid");
        } catch (RuntimeException e) {
            return error(400, "request.body.invalid");
        }
    }

    private Answer list(Call call) {
        try {
            OffsetDateTime from = OffsetDateTime.parse(call.query("from").orElseThrow());
            OffsetDateTime to = OffsetDateTime.parse(call.query("to").orElseThrow());
            int offset = Integer.parseInt(call.query("offset").orElse("0"));
            int limit = Math.min(LIMIT_MAX, Integer.parseInt(call.query("limit").orElse("50")));
            List<Incomes.Income> all = incomes.between(from, to);
            JsonArray page = new JsonArray();
            all.stream().skip(offset).limit(limit).forEach(one -> page.add(one.json(INN)));
            return Answer.json(
                    200,
                    new JsonObject()
                            .put("content", page)
                            .put("hasMore", all.size() > offset + limit)
                            .put("currentOffset", offset)
                            .put("currentLimit", limit));
        } catch (DateTimeException | NoSuchElementException e) {
            return error(400, "request.query.invalid");
        }
    }

    private Answer cancel(Call call) {
        JsonObject body = call.bodyOrEmpty();
        String comment = body.getString("comment", "");
        if (!COMMENTS.contains(comment)) {
            return error(400, "cancel.comment.invalid");
        }
        return incomes.annul(body.getString("receiptUuid", ""), comment)
                .map(one -> Answer.json(200, new JsonObject().put("incomeInfo", one.json(INN))))
                .orElseGet(() -> error(400, "cancel.receipt.not.found"));
    }

    private Answer print(Call call) {
        return incomes.all().stream()
                .filter(one -> one.uuid().equals(call.param("uuid")))
                .findFirst()
                .map(one -> Answer.text(200, "text/plain", one.name() + " " + one.total()))
                .orElseGet(() -> error(404, "not.found"));
    }

    private JsonObject state() {
        JsonArray all = new JsonArray();
        incomes.all().forEach(one -> all.add(one.json(INN)));
        return new JsonObject().put("incomes", all);
    }

    private void reset() {
        incomes.clear();
        refuses = false;
        logout();
    }

    private static Answer error(int status, String code) {
        return Answer.json(
                status,
                new JsonObject().put("code", code).put("message", "The service says: " + code));
    }

    /** {@code http://127.0.0.1:port}; the API is under /api/v1. */
    public URI url() {
        return url;
    }

    /** What was registered. */
    public Incomes incomes() {
        return incomes;
    }

    /** The token is dead, as after a login elsewhere. */
    public void logout() {
        token = "";
    }

    /** Refuses every income from now on, or takes them again. */
    public void refuse(boolean refused) {
        refuses = refused;
    }

    /** The faults of this server. */
    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        webhooks.close();
        server.close();
    }
}
