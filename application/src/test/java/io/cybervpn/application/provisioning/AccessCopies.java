package io.cybervpn.application.provisioning;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Desire;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.provisioning.model.TrafficReading;

/** Records with something else in them, as statements of a database make them. */
final class AccessCopies {
    private AccessCopies() {}

    static Access used(Access access, TrafficReading reading) {
        return access instanceof Access.Ready(var desire, Sight.Seen(var generation, var user))
                ? new Access.Ready(
                        desire,
                        new Sight.Seen(
                                generation,
                                new PanelUser(
                                        user.panel(),
                                        user.ref(),
                                        user.shortUuid(),
                                        user.subscriptionUrl(),
                                        reading.usedBytes(),
                                        reading.lifetimeBytes(),
                                        reading.resetAt())))
                : access;
    }

    static Access moved(Access access, AccountId into) {
        Desire was = access.desire();
        Desire is = new Desire(was.id(), into, was.panel(), was.spec(), was.generation());
        return switch (access) {
            case Access.Pending it -> new Access.Pending(is, it.sight(), it.dueAt());
            case Access.Ready it -> new Access.Ready(is, it.sight());
            case Access.Failing it -> new Access.Failing(is, it.sight(), it.setback());
            case Access.Waiting it -> new Access.Waiting(is, it.sight(), it.work());
            case Access.Removed it -> new Access.Removed(is, it.at());
            case Access.Parked it -> new Access.Parked(is, it.sight(), it.attempts(), it.reason());
        };
    }
}
