package io.cybervpn.application.fiscal;

import io.cybervpn.application.fiscal.port.FiscalRefused;
import io.cybervpn.application.fiscal.port.FiscalRegistrar;
import io.cybervpn.application.fiscal.port.FiscalUnavailable;
import io.cybervpn.application.fiscal.port.ReceiptCall;
import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.fiscal.model.Coverage;
import io.cybervpn.domain.fiscal.model.Registration;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tax office that remembers all that it was told, and has its days. */
final class MemoryTaxOffice implements FiscalRegistrar {
    /** What it has. */
    record Told(FiscalReceiptId id, Money left, Optional<String> replaces, String reference) {}

    /** Its mood. */
    enum Mood {
        WELL,
        AWAY,
        SILENT_BUT_DOES_IT,
        REFUSES
    }

    final List<Told> told = new ArrayList<>();
    Mood mood = Mood.WELL;
    boolean on = true;
    boolean forgetful;
    int calls;

    @Override
    public Optional<Coverage> coverage() {
        return on ? Optional.of(new Coverage(Set.of("bank"), Asset.RUB)) : Optional.empty();
    }

    @Override
    public Uni<Optional<Registration>> find(ReceiptCall call) {
        calls++;
        return mood == Mood.AWAY
                ? Uni.createFrom().failure(new FiscalUnavailable("away"))
                : Uni.createFrom()
                        .item(
                                () ->
                                        told.stream()
                                                .filter(_ -> !forgetful)
                                                .filter(one -> one.id().equals(call.id()))
                                                .map(MemoryTaxOffice::registration)
                                                .findFirst());
    }

    @Override
    public Uni<Registration> register(ReceiptCall call) {
        calls++;
        return switch (mood) {
            case AWAY -> Uni.createFrom().failure(new FiscalUnavailable("away"));
            case REFUSES -> Uni.createFrom().failure(new FiscalRefused("not so"));
            case WELL -> Uni.createFrom().item(() -> registration(make(call)));
            case SILENT_BUT_DOES_IT ->
                    Uni.createFrom()
                            .item(() -> make(call))
                            .chain(
                                    _ ->
                                            Uni.createFrom()
                                                    .failure(new FiscalUnavailable("no answer")));
        };
    }

    private Told make(ReceiptCall call) {
        Told one = new Told(call.id(), call.left(), call.replaces(), "r" + (told.size() + 1));
        told.add(one);
        return one;
    }

    private static Registration registration(Told one) {
        return new Registration(one.reference(), Optional.empty());
    }
}
