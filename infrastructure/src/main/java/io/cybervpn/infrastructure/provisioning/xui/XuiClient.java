package io.cybervpn.infrastructure.provisioning.xui;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.cybervpn.infrastructure.provisioning.PanelWire;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One panel of 3x-ui: by a token where one is set, else by a login whose session is kept and begun
 * anew when the panel has forgotten it. A call fails with {@link XuiReply} when the panel said no,
 * and with {@link PanelUnavailable} when it is not known what it did.
 */
class XuiClient {
    private static final String COOKIE = "3x-ui=";

    private final PanelConnection connection;
    private final PanelGuard guard;
    private final AtomicReference<Optional<XuiLogin>> session =
            new AtomicReference<>(Optional.empty());
    private final PanelWire<XuiApi> wire;

    XuiClient(PanelConnection connection, PanelGuard guard) {
        this.connection = connection;
        this.guard = guard;
        this.wire = new PanelWire<>(XuiApi.class, connection, new XuiReplies());
    }

    /** Calls the panel, never in a unit of work; fails unless it said success. */
    Uni<XuiAnswer> call(BiFunction<XuiApi, XuiLogin, Uni<XuiAnswer>> action) {
        return login().chain(login -> once(action, login))
                .onFailure(XuiClient::isStranger)
                .recoverWithUni(refused -> again(action, refused));
    }

    private Uni<XuiAnswer> once(
            BiFunction<XuiApi, XuiLogin, Uni<XuiAnswer>> action, XuiLogin login) {
        return guard.call(() -> action.apply(wire.api(), login).map(XuiClient::checked));
    }

    /** A session may have ended; a token does not become another one by itself. */
    private Uni<XuiAnswer> again(
            BiFunction<XuiApi, XuiLogin, Uni<XuiAnswer>> action, Throwable refused) {
        boolean lost = session.getAndSet(Optional.empty()).isPresent();
        return lost
                ? login().chain(login -> once(action, login))
                : Uni.createFrom().failure(refused);
    }

    static boolean isStranger(Throwable failure) {
        return failure instanceof XuiReply reply && reply.isStranger();
    }

    private static XuiAnswer checked(XuiAnswer answer) {
        if (!answer.success()) {
            throw XuiReply.said(answer);
        }
        return answer;
    }

    private Uni<XuiLogin> login() {
        return connection
                .secret(XuiModules.TOKEN)
                .map(token -> Uni.createFrom().item(XuiLogin.byToken(token)))
                .or(() -> session.get().map(known -> Uni.createFrom().item(known)))
                .orElseGet(this::begin);
    }

    /** From 3.0 on a login needs a token against forgery, which older panels do not know. */
    private Uni<XuiLogin> begin() {
        return guard.call(() -> wire.api().csrf())
                .map(XuiClient::unproven)
                .onFailure(XuiClient::isStranger)
                .recoverWithItem(XuiLogin.bySession(null, null))
                .chain(this::prove)
                .invoke(login -> session.set(Optional.of(login)));
    }

    private static XuiLogin unproven(RestResponse<XuiAnswer> answer) {
        XuiAnswer body = answer.getEntity();
        String token = body == null || body.obj() == null ? "" : body.obj().asText("");
        return XuiLogin.bySession(cookie(answer).orElse(null), token.isEmpty() ? null : token);
    }

    private Uni<XuiLogin> prove(XuiLogin unproven) {
        ObjectNode credentials =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("username", connection.secret(XuiModules.USERNAME).orElse(""))
                        .put("password", connection.secret(XuiModules.PASSWORD).orElse(""));
        return guard.call(() -> wire.api().login(unproven, credentials))
                .map(answer -> proven(answer, unproven));
    }

    /** A wrong password is told as an outage: staff may mend it, and the accesses wait. */
    private static XuiLogin proven(RestResponse<XuiAnswer> answer, XuiLogin unproven) {
        XuiAnswer body = answer.getEntity();
        if (body == null || !body.success()) {
            throw new PanelUnavailable("the panel does not accept our name and password");
        }
        return XuiLogin.bySession(cookie(answer).orElse(unproven.cookie), unproven.csrf);
    }

    private static Optional<String> cookie(RestResponse<?> answer) {
        return answer.getHeaders().getOrDefault(HttpHeaders.SET_COOKIE, List.of()).stream()
                .map(String::valueOf)
                .map(text -> text.split(";", 2)[0])
                .filter(text -> text.startsWith(COOKIE))
                .findFirst();
    }

    boolean isReady() {
        boolean known =
                connection.secret(XuiModules.TOKEN).isPresent()
                        || connection.secret(XuiModules.PASSWORD).isPresent();
        return connection.address().isPresent() && known;
    }

    /** Lets the connections go. */
    void close() {
        wire.close();
    }
}
