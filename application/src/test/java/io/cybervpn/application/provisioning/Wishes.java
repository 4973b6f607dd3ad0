package io.cybervpn.application.provisioning;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.shared.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Wishes that are nobody else's, so that tests may share a database and a panel. */
public final class Wishes {
    public static final Entitlement LIMITED =
            new Entitlement(
                    Limit.of(100_000_000_000L), TrafficReset.MONTH, Limit.of(3), List.of("Basic"));
    public static final Entitlement UNLIMITED =
            new Entitlement(
                    Limit.unlimited(),
                    TrafficReset.NO_RESET,
                    Limit.unlimited(),
                    List.of("Pro", "Basic"));

    private Wishes() {}

    public static AccessId access() {
        return new AccessId(UUID.randomUUID());
    }

    public static AccessSpec spec(Instant expireAt) {
        return new AccessSpec(true, expireAt, LIMITED);
    }

    public static Access.Pending pending(Instant dueAt) {
        AccessSpec spec = spec(dueAt.plus(Duration.ofDays(30)));
        return Access.first(
                access(), new AccountId(UUID.randomUUID()), PanelId.CONFIGURED, spec, dueAt);
    }

    public static PanelUser user() {
        return user(PanelId.CONFIGURED);
    }

    public static PanelUser user(PanelId panel) {
        String shortUuid = UUID.randomUUID().toString().substring(0, 16);
        return new PanelUser(
                panel,
                UUID.randomUUID().toString(),
                shortUuid,
                "https://sub.example.test/" + shortUuid,
                1_000);
    }
}
