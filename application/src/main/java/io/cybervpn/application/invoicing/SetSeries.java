package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.invoicing.SeriesRule;
import io.cybervpn.domain.invoicing.repository.DocumentNumbers;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Changes how documents of a kind are numbered from now on; what has a number keeps it, and a
 * series that was used before goes on where it stopped. Needs {@link Permission#INVOICES_SETTINGS};
 * audited. Repeatable.
 */
@Singleton
public final class SetSeries {
    private final UnitOfWork unitOfWork;
    private final DocumentNumbers numbers;
    private final AuditTrail audit;

    @Inject
    SetSeries(UnitOfWork unitOfWork, DocumentNumbers numbers, AuditTrail audit) {
        this.unitOfWork = unitOfWork;
        this.numbers = numbers;
        this.audit = audit;
    }

    /** How. */
    public record Command(Actor actor, SeriesRule rule) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is so. */
        record Set(SeriesRule rule) implements Result {}

        /** Documents of another kind could get the same numbers. */
        record Clashes() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Changes it. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.INVOICES_SETTINGS)
                ? unitOfWork.run(() -> numbers.lockRules().chain(rules -> set(rules, command)))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<Result> set(List<SeriesRule> rules, Command command) {
        if (rules.stream().anyMatch(command.rule()::clashesWith)) {
            return Uni.createFrom().item(new Result.Clashes());
        }
        String before =
                rules.stream()
                        .filter(rule -> rule.kind() == command.rule().kind())
                        .map(SetSeries::text)
                        .findFirst()
                        .orElse("");
        AuditTrail.Entry entry =
                AuditTrail.Entry.of(
                                command.actor(),
                                "invoicing.set_series",
                                "document_series",
                                command.rule().kind().code())
                        .with(Changes.none().and("rule", before, text(command.rule())));
        return numbers.save(command.rule())
                .chain(() -> audit.append(entry))
                .replaceWith(new Result.Set(command.rule()));
    }

    private static String text(SeriesRule rule) {
        return "%s, %d digits%s"
                .formatted(rule.prefix(), rule.digits(), rule.yearly() ? ", yearly" : "");
    }
}
