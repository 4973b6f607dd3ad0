package io.cybervpn.application.provisioning;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.PanelSecret;
import io.cybervpn.domain.provisioning.repository.PanelRecords;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Sets one secret of a panel while the shop runs, or takes it away; of the configured panel the
 * configured one holds then. It is sealed, and never read back by anybody. Needs {@link
 * Permission#PANELS_WRITE}; a fresh proof of the second factor; audited by its name. Repeatable.
 */
@Singleton
public final class SetPanelSecret {
    private final UnitOfWork unitOfWork;
    private final PanelRecords records;
    private final Panels panels;
    private final Sealing sealing;
    private final AuditTrail audit;
    private final StepUpRule stepUp;

    @Inject
    SetPanelSecret(
            UnitOfWork unitOfWork,
            PanelRecords records,
            Panels panels,
            Sealing sealing,
            AuditTrail audit,
            StepUpRule stepUp) {
        this.unitOfWork = unitOfWork;
        this.records = records;
        this.panels = panels;
        this.sealing = sealing;
        this.audit = audit;
        this.stepUp = stepUp;
    }

    /** Which. An empty value takes it away. */
    public record Command(Actor actor, PanelId panel, String field, Optional<String> value) {
        /** Says nothing of the value, wherever it is printed. */
        @Override
        public String toString() {
            return "a secret of panel " + panel.value();
        }
    }

    /** What came of it. */
    public sealed interface Result {
        /** It holds. */
        record Done() implements Result {}

        /** It does not look like such a secret. */
        record BadValue() implements Result {}

        /** There is no such secret of such a panel. */
        record NoSuchField() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Makes secrets from values. */
    @Singleton
    static final class Sealing {
        private final SecretBox box;
        private final Ids ids;
        private final Clock clock;

        @Inject
        Sealing(SecretBox box, Ids ids, Clock clock) {
            this.box = box;
            this.ids = ids;
            this.clock = clock;
        }

        private PanelSecret seal(Command command, String value) {
            UUID id = ids.next();
            byte[] plain = value.getBytes(StandardCharsets.UTF_8);
            return new PanelSecret(
                    id,
                    command.panel(),
                    command.field(),
                    box.seal(plain, PanelSecret.purposeOf(id)));
        }
    }

    /** Sets it. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.PANELS_WRITE)) {
            return answer(new Result.Forbidden());
        }
        return stepUp.isMetBy(command.actor())
                ? panels.refresh().chain(() -> known(command))
                : answer(new Result.StepUpRequired());
    }

    private Uni<Result> known(Command command) {
        if (!panels.secretFields(command.panel()).contains(command.field())) {
            return answer(new Result.NoSuchField());
        }
        return command.value().stream()
                        .allMatch(it -> panels.accepts(command.panel(), command.field(), it))
                ? unitOfWork.run(() -> set(command)).call(panels::refresh)
                : answer(new Result.BadValue());
    }

    private Uni<Result> set(Command command) {
        return replace(command)
                .chain(() -> audit.append(entry(command)))
                .replaceWith(new Result.Done());
    }

    private Uni<Void> replace(Command command) {
        return command.value()
                .map(
                        value ->
                                records.putSecret(
                                        sealing.seal(command, value), sealing.clock.instant()))
                .orElseGet(() -> records.removeSecret(command.panel(), command.field()));
    }

    private static AuditTrail.Entry entry(Command command) {
        String action =
                command.value().isPresent()
                        ? "provisioning.set_panel_secret"
                        : "provisioning.remove_panel_secret";
        return AuditTrail.Entry.of(command.actor(), action, "panel", command.panel().value())
                .with(Changes.none().hidden(command.field()));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
