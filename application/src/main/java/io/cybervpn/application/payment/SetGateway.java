package io.cybervpn.application.payment;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.application.payment.port.LiveGateways;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.model.GatewayPolicy;
import io.cybervpn.domain.payment.model.GatewayRecord;
import io.cybervpn.domain.payment.repository.GatewayRecords;
import io.cybervpn.domain.shared.Changes;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sets to whom and for what a provider is offered, and its plain fields, while the shop runs (R79).
 * Needs {@link Permission#GATEWAYS_WRITE}; a fresh proof of the second factor; audited. This
 * instance works with it at once, others within some seconds.
 */
@Singleton
public final class SetGateway {
    private final UnitOfWork unitOfWork;
    private final GatewayRecords records;
    private final LiveGateways live;
    private final AuditTrail audit;
    private final StepUpRule stepUp;
    private final Clock clock;

    @Inject
    SetGateway(
            UnitOfWork unitOfWork,
            GatewayRecords records,
            LiveGateways live,
            AuditTrail audit,
            StepUpRule stepUp,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.records = records;
        this.live = live;
        this.audit = audit;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /**
     * What shall hold, all of it.
     *
     * @param fields empty texts: the configured value holds
     * @param version the one that was seen; 0 where nothing was set
     */
    public record Command(
            Actor actor, String provider, Wish wish, Map<String, String> fields, long version) {
        /** Copies the fields. */
        public Command {
            fields = Map.copyOf(fields);
        }
    }

    /** To whom and for what it is offered; see GatewayView. */
    public record Wish(
            boolean offered,
            int sortOrder,
            Map<String, String> label,
            List<GatewayView.Limit> limits,
            Set<String> countries,
            Set<String> deniedCountries,
            Set<String> groups,
            boolean inStoreApps) {
        private GatewayPolicy policy() {
            return new GatewayPolicy(
                    offered,
                    sortOrder,
                    label,
                    limits.stream()
                            .map(limit -> new GatewayPolicy.Range(limit.least(), limit.most()))
                            .toList(),
                    countries,
                    deniedCountries,
                    groups,
                    inStoreApps);
        }
    }

    /** What came of it. */
    public sealed interface Result {
        /** It holds. */
        record Done() implements Result {}

        /** These fields are not there, are secrets, or do not take such a value. */
        record BadFields(List<String> names) implements Result {
            /** Copies the list. */
            public BadFields {
                names = List.copyOf(names);
            }
        }

        /** Somebody was quicker; look again. */
        record Stale(long currentVersion) implements Result {}

        /** There is no such provider. */
        record NoSuchProvider() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Sets it. Repeating it with the same version is refused as stale. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.GATEWAYS_WRITE)) {
            return answer(new Result.Forbidden());
        }
        if (!stepUp.isMetBy(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        Optional<GatewayFields> known =
                live.fields().stream()
                        .filter(fields -> fields.provider().equals(command.provider()))
                        .findFirst();
        if (known.isEmpty()) {
            return answer(new Result.NoSuchProvider());
        }
        List<String> bad = badFields(known.get(), command.fields());
        return bad.isEmpty()
                ? unitOfWork
                        .run(() -> records.lock(command.provider()).chain(f -> set(f, command)))
                        .call(live::refresh)
                : answer(new Result.BadFields(bad));
    }

    private static List<String> badFields(GatewayFields known, Map<String, String> given) {
        List<String> bad = new ArrayList<>(given.keySet());
        known.fields().stream()
                .filter(field -> !field.secret())
                .filter(field -> isSound(field, given.getOrDefault(field.name(), "")))
                .forEach(field -> bad.remove(field.name()));
        return bad;
    }

    private static boolean isSound(GatewayFields.Field field, String value) {
        return value.isEmpty() || field.accepts(value);
    }

    private Uni<Result> set(Optional<GatewayRecord> found, Command command) {
        GatewayRecord before = found.orElseGet(() -> GatewayRecord.untouched(command.provider()));
        if (before.version() != command.version()) {
            return answer(new Result.Stale(before.version()));
        }
        Map<String, String> fields = new TreeMap<>(command.fields());
        fields.values().removeIf(String::isEmpty);
        GatewayRecord after =
                new GatewayRecord(
                        command.provider(), command.wish().policy(), fields, before.version() + 1);
        return records.put(after, clock.instant())
                .chain(
                        stored ->
                                stored
                                        ? record(command, before, after)
                                                .replaceWith(new Result.Done())
                                        : answer(new Result.Stale(after.version())));
    }

    private Uni<Void> record(Command command, GatewayRecord before, GatewayRecord after) {
        return audit.append(
                AuditTrail.Entry.of(
                                command.actor(),
                                "payment.set_gateway",
                                "payment_gateway",
                                command.provider())
                        .with(Changes.between(texts(before), texts(after))));
    }

    private static Map<String, String> texts(GatewayRecord record) {
        Map<String, String> texts = new TreeMap<>(record.fields());
        GatewayPolicy policy = record.policy();
        texts.put("offered", String.valueOf(policy.offered()));
        texts.put("sortOrder", String.valueOf(policy.sortOrder()));
        texts.put("label", new TreeMap<>(policy.label()).toString());
        texts.put("limits", limits(policy.limits()));
        texts.put("countries", policy.countries().stream().sorted().toList().toString());
        texts.put(
                "deniedCountries", policy.deniedCountries().stream().sorted().toList().toString());
        texts.put("groups", policy.groups().stream().sorted().toList().toString());
        texts.put("inStoreApps", String.valueOf(policy.inStoreApps()));
        return texts;
    }

    private static String limits(List<GatewayPolicy.Range> limits) {
        return limits.stream()
                .map(range -> text(range.least()) + " to " + text(range.most()))
                .sorted()
                .toList()
                .toString();
    }

    private static String text(Money money) {
        return money.toString();
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
