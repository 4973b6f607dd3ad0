package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.identity.PasskeysChanged;
import io.cybervpn.domain.identity.model.Passkey;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Says what became of somebody's passkeys: on the audit trail, and to him. */
@Singleton
final class PasskeyRecords {
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    PasskeyRecords(AuditTrail audit, Outbox outbox, Clock clock) {
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Void> added(Actor actor, Passkey passkey) {
        return append(actor, passkey, "identity.add_passkey", Changes.created(said(passkey)))
                .chain(() -> tell(passkey, true));
    }

    /** What it is called is its owner's business. */
    Uni<Void> renamed(Actor actor, Passkey after) {
        return append(actor, after, "identity.rename_passkey", Changes.none().hidden("name"));
    }

    Uni<Void> removed(Actor actor, Passkey passkey) {
        return append(actor, passkey, "identity.remove_passkey", Changes.removed(said(passkey)))
                .chain(() -> tell(passkey, false));
    }

    private Uni<Void> append(Actor actor, Passkey passkey, String action, Changes changes) {
        return audit.append(
                AuditTrail.Entry.of(actor, action, "passkey", passkey.id().value()).with(changes));
    }

    private Uni<Void> tell(Passkey passkey, boolean added) {
        return outbox.append(new PasskeysChanged(passkey.account(), added, clock.instant()));
    }

    private static Map<String, String> said(Passkey passkey) {
        return Map.of(
                "account", passkey.account().value().toString(),
                "credential", passkey.credential().id());
    }
}
