package io.cybervpn.infrastructure.provisioning.xui;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Which family a panel is of: found out once, and again after a route turned out to be unknown. The
 * panel answers 404 to strangers and for routes of the other family, so both are tried.
 */
final class XuiFamilies {
    private static final Logger LOG = Logger.getLogger(XuiFamilies.class);

    private final XuiClient panel;
    private final ObjectMapper json;
    private final AtomicReference<Optional<XuiFamily>> known =
            new AtomicReference<>(Optional.empty());

    XuiFamilies(XuiClient panel, ObjectMapper json) {
        this.panel = panel;
        this.json = json;
    }

    Uni<XuiFamily> present() {
        return known.get().map(family -> Uni.createFrom().item(family)).orElseGet(this::detect);
    }

    void forget() {
        known.set(Optional.empty());
    }

    private Uni<XuiFamily> detect() {
        return panel.call(XuiApi::clients)
                .<XuiFamily>map(_ -> new NewFamily(panel))
                .onFailure(XuiClient::isStranger)
                .recoverWithUni(this::older)
                .invoke(family -> LOG.infof("a panel of 3x-ui is of version %s", family.name()))
                .invoke(family -> known.set(Optional.of(family)));
    }

    private Uni<XuiFamily> older() {
        return panel.call(XuiApi::inbounds)
                .<XuiFamily>map(_ -> new OldFamily(panel, json))
                .onFailure(XuiClient::isStranger)
                .transform(
                        _ ->
                                new PanelUnavailable(
                                        "the panel does not accept our credentials, or is no"
                                                + " 3x-ui"));
    }
}
