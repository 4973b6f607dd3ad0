package io.cybervpn.sandbox.yookassa;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.SandboxServer;

/** /v3/refunds, as the shop calls it. */
final class YooKassaRefundRoutes {

    private static final int DESCRIPTION_LENGTH_MAX = 250;

    private final YooKassaRefunds refunds;

    YooKassaRefundRoutes(YooKassaRefunds refunds) {
        this.refunds = refunds;
    }

    void add(SandboxServer server) {
        YooKassaRoutes.on(server, POST, "/v3/refunds", this::create);
        YooKassaRoutes.on(server, GET, "/v3/refunds", this::list);
        YooKassaRoutes.on(
                server,
                GET,
                "/v3/refunds/:id",
                call ->
                        Answer.json(
                                200,
                                refunds.find(call.param("id"))
                                        .map(YooKassaRefunds::shown)
                                        .orElseThrow(YooKassaError::notFound)));
    }

    private Answer create(Call call) {
        String key = YooKassaRoutes.key(call);
        if (call.bodyOrEmpty().getString("description", "").length() > DESCRIPTION_LENGTH_MAX) {
            throw YooKassaError.badRequest("description", "Too long");
        }
        return Answer.json(200, YooKassaRefunds.shown(refunds.create(key, call.bodyOrEmpty())));
    }

    private Answer list(Call call) {
        String payment = call.query("payment_id").orElse("");
        return YooKassaRoutes.page(
                call,
                refunds.all().stream()
                        .filter(
                                one ->
                                        payment.isEmpty()
                                                || payment.equals(one.getString("payment_id")))
                        .map(YooKassaRefunds::shown)
                        .toList());
    }
}
