package io.cybervpn.infrastructure.provisioning.remnawave;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Which version the panel is: asked once, and again after a route turned out to be unknown. */
class Versions {
    private static final Logger LOG = Logger.getLogger(Versions.class);
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\b.*");

    private final PanelClient panel;
    private final AtomicReference<Optional<Version>> known =
            new AtomicReference<>(Optional.empty());

    Versions(PanelClient panel) {
        this.panel = panel;
    }

    record Version(int major, int minor) {
        /** A panel before 2.5 does not tell its version. */
        static final Version SILENT = new Version(2, 0);

        /** Reads {@code 3.3.2}; anything else counts as the newest we know. */
        static Version of(String text) {
            Matcher number = NUMBER.matcher(text);
            return number.matches()
                    ? new Version(
                            Integer.parseInt(number.group(1)), Integer.parseInt(number.group(2)))
                    : new Version(3, 0);
        }

        boolean streamsUsers() {
            return major > 2 || (major == 2 && minor >= 8);
        }
    }

    Uni<Version> present() {
        return known.get().map(version -> Uni.createFrom().item(version)).orElseGet(this::detect);
    }

    void forget() {
        known.set(Optional.empty());
    }

    private Uni<Version> detect() {
        return panel.call(RemnawaveApi::metadata)
                .map(answer -> Version.of(answer.response().version()))
                .onFailure(Versions::isRouteUnknown)
                .recoverWithItem(Version.SILENT)
                .invoke(version -> LOG.infof("the panel is of version %s", version))
                .invoke(version -> known.set(Optional.of(version)));
    }

    private static boolean isRouteUnknown(Throwable failure) {
        return failure instanceof PanelAnswer answer && answer.isRouteUnknown();
    }
}
