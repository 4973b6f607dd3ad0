package io.cybervpn.application.payment;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.application.payment.port.LiveGateways;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.SecretGrace;
import io.cybervpn.domain.payment.model.FormerSecret;
import io.cybervpn.domain.payment.model.GatewaySecret;
import io.cybervpn.domain.payment.repository.GatewayRecords;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Sets one secret of a provider while the shop runs, or takes it away so that the configured one
 * holds (R79). It is sealed, and never read back by anybody. Needs {@link
 * Permission#GATEWAYS_WRITE}; a fresh proof of the second factor; audited by its name. Repeatable.
 * Pushes may be believed by the replaced one for a while; one that is taken away is worth nothing
 * at once.
 */
@Singleton
public final class SetGatewaySecret {
    private final UnitOfWork unitOfWork;
    private final GatewayRecords records;
    private final LiveGateways live;
    private final Sealing sealing;
    private final AuditTrail audit;
    private final StepUpRule stepUp;

    @Inject
    SetGatewaySecret(
            UnitOfWork unitOfWork,
            GatewayRecords records,
            LiveGateways live,
            Sealing sealing,
            AuditTrail audit,
            StepUpRule stepUp) {
        this.unitOfWork = unitOfWork;
        this.records = records;
        this.live = live;
        this.sealing = sealing;
        this.audit = audit;
        this.stepUp = stepUp;
    }

    /**
     * Which. An empty value takes it away.
     *
     * @param grace how long pushes are still believed by the one before; zero to 7 days
     */
    public record Command(
            Actor actor, String provider, String field, Optional<String> value, Duration grace) {
        /** Refuses a grace that is none. */
        public Command {
            if (grace.isNegative() || grace.compareTo(SecretGrace.MAX) > 0) {
                throw new IllegalArgumentException("a grace of " + grace);
            }
        }

        /** Says nothing of the value, wherever it is printed. */
        @Override
        public String toString() {
            return "a secret of " + provider;
        }
    }

    /** What came of it. */
    public sealed interface Result {
        /** It holds. */
        record Done() implements Result {}

        /** It does not look like such a secret. */
        record BadValue() implements Result {}

        /** There is no such secret of such a provider. */
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

        private FormerSecret former(Command command, String value) {
            UUID id = ids.next();
            return new FormerSecret(
                    id,
                    command.provider(),
                    command.field(),
                    box.seal(value.getBytes(StandardCharsets.UTF_8), GatewaySecret.purposeOf(id)),
                    clock.instant().plus(command.grace()));
        }

        private GatewaySecret seal(Command command, String value) {
            UUID id = ids.next();
            return new GatewaySecret(
                    id,
                    command.provider(),
                    command.field(),
                    box.seal(value.getBytes(StandardCharsets.UTF_8), GatewaySecret.purposeOf(id)));
        }
    }

    /** Sets it. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.GATEWAYS_WRITE)) {
            return answer(new Result.Forbidden());
        }
        if (!stepUp.isMetBy(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        Optional<GatewayFields.Field> field =
                live.fields().stream()
                        .filter(fields -> fields.provider().equals(command.provider()))
                        .flatMap(fields -> fields.fields().stream())
                        .filter(one -> one.secret() && one.name().equals(command.field()))
                        .findFirst();
        if (field.isEmpty()) {
            return answer(new Result.NoSuchField());
        }
        return command.value().filter(value -> !field.get().accepts(value)).isPresent()
                ? answer(new Result.BadValue())
                : live.refresh()
                        .chain(() -> unitOfWork.run(() -> set(command)))
                        .call(live::refresh);
    }

    private Uni<Result> set(Command command) {
        return keepFormer(command)
                .chain(() -> replace(command))
                .chain(() -> audit.append(entry(command)))
                .replaceWith(new Result.Done());
    }

    /** In the place of any that was kept before, so that two at most are ever believed. */
    private Uni<Void> keepFormer(Command command) {
        Optional<String> former =
                command.value().isPresent() && command.grace().isPositive()
                        ? judging(command)
                        : Optional.empty();
        return former.map(value -> records.putFormer(sealing.former(command, value)))
                .orElseGet(
                        () ->
                                records.removeFormer(command.provider(), command.field())
                                        .replaceWithVoid());
    }

    private Optional<String> judging(Command command) {
        return live.fields().stream()
                .filter(fields -> fields.provider().equals(command.provider()))
                .findFirst()
                .flatMap(fields -> fields.judging(command.field()));
    }

    private Uni<Void> replace(Command command) {
        return command.value()
                .map(value -> records.putSecret(sealing.seal(command, value), now()))
                .orElseGet(() -> records.removeSecret(command.provider(), command.field()));
    }

    private java.time.Instant now() {
        return sealing.clock.instant();
    }

    private static AuditTrail.Entry entry(Command command) {
        String action =
                command.value().isPresent()
                        ? "payment.set_gateway_secret"
                        : "payment.remove_gateway_secret";
        return AuditTrail.Entry.of(command.actor(), action, "payment_gateway", command.provider())
                .with(Changes.none().hidden(command.field()));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
