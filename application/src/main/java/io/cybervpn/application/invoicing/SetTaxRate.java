package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.invoicing.TaxRate;
import io.cybervpn.domain.invoicing.TaxRateId;
import io.cybervpn.domain.invoicing.model.TaxTable;
import io.cybervpn.domain.invoicing.repository.TaxRates;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Makes, changes or removes a tax rate, for what is finalised from now on. Needs {@link
 * Permission#INVOICES_SETTINGS}; audited. Repeatable.
 */
@Singleton
public final class SetTaxRate {
    private final UnitOfWork unitOfWork;
    private final TaxRates rates;
    private final AuditTrail audit;

    @Inject
    SetTaxRate(UnitOfWork unitOfWork, TaxRates rates, AuditTrail audit) {
        this.unitOfWork = unitOfWork;
        this.rates = rates;
        this.audit = audit;
    }

    /**
     * Which, and what it shall be.
     *
     * @param rate with the same id; empty: it is removed
     */
    public record Command(Actor actor, TaxRateId id, Optional<TaxRate> rate) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is so. */
        record Set(TaxRate rate) implements Result {}

        /** It is no more, or never was. */
        record Removed() implements Result {}

        /** There is one of the same code for some of the same days. */
        record Overlaps() implements Result {}

        /** On some day the rates of the country would be more than all. */
        record TooMuch() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Does it. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.INVOICES_SETTINGS)
                ? unitOfWork.run(() -> rates.lockAll().chain(all -> decide(all, command)))
                : answer(new Result.Forbidden());
    }

    private Uni<Result> decide(List<TaxRate> all, Command command) {
        List<TaxRate> others =
                all.stream().filter(rate -> !rate.id().equals(command.id())).toList();
        Optional<TaxRate> known =
                all.stream().filter(rate -> rate.id().equals(command.id())).findFirst();
        return command.rate()
                .map(
                        rate ->
                                switch (TaxTable.fit(others, rate)) {
                                    case FITS -> save(known, rate, command);
                                    case OVERLAPS -> answer(new Result.Overlaps());
                                    case TOO_MUCH -> answer(new Result.TooMuch());
                                })
                .orElseGet(() -> remove(known, command));
    }

    private Uni<Result> save(Optional<TaxRate> known, TaxRate rate, Command command) {
        return rates.save(rate)
                .chain(() -> audit.append(entry(command, text(known), rate.toString())))
                .replaceWith(new Result.Set(rate));
    }

    private Uni<Result> remove(Optional<TaxRate> known, Command command) {
        return known.isEmpty()
                ? answer(new Result.Removed())
                : rates.remove(command.id())
                        .chain(_ -> audit.append(entry(command, text(known), "")))
                        .replaceWith(new Result.Removed());
    }

    private static String text(Optional<TaxRate> rate) {
        return rate.map(TaxRate::toString).orElse("");
    }

    private static AuditTrail.Entry entry(Command command, String before, String after) {
        return AuditTrail.Entry.of(
                        command.actor(), "invoicing.set_tax_rate", "tax_rate", command.id().value())
                .with(Changes.none().and("rate", before, after));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
