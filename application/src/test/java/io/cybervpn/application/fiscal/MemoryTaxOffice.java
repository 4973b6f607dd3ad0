package io.cybervpn.application.fiscal;

import io.cybervpn.application.fiscal.port.FiscalRefused;
import io.cybervpn.application.fiscal.port.FiscalRegistrar;
import io.cybervpn.application.fiscal.port.FiscalUnavailable;
import io.cybervpn.application.fiscal.port.ReceiptCall;
import io.cybervpn.application.fiscal.port.Standing;
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
        REFUSES,
        SLOW,
        FAILS
    }

    final List<Told> told = new ArrayList<>();
    final List<Told> failed = new ArrayList<>();
    Mood mood = Mood.WELL;
    boolean on = true;
    boolean forgetful;
    int calls;

    @Override
    public String name() {
        return "office";
    }

    @Override
    public boolean isReady() {
        return on;
    }

    @Override
    public boolean isProvidersOwn() {
        return false;
    }

    @Override
    public Optional<Coverage> coverage() {
        return on ? Optional.of(new Coverage(name(), Set.of("bank"), Asset.RUB)) : Optional.empty();
    }

    @Override
    public Uni<Standing> find(ReceiptCall call) {
        calls++;
        return mood == Mood.AWAY
                ? Uni.createFrom().failure(new FiscalUnavailable("away"))
                : Uni.createFrom().item(() -> standing(call));
    }

    private Standing standing(ReceiptCall call) {
        return told.stream()
                .filter(_ -> !forgetful)
                .filter(one -> one.id().equals(call.id()))
                .reduce((_, newest) -> newest)
                .map(this::standing)
                .orElseGet(Standing.Missing::new);
    }

    private Standing standing(Told one) {
        if (failed.contains(one)) {
            return new Standing.Failed("it came to nothing");
        }
        return mood == Mood.SLOW
                ? new Standing.Underway()
                : new Standing.Made(new Registration(one.reference(), Optional.empty()));
    }

    @Override
    public Uni<Standing> register(ReceiptCall call) {
        calls++;
        return switch (mood) {
            case AWAY -> Uni.createFrom().failure(new FiscalUnavailable("away"));
            case REFUSES -> Uni.createFrom().failure(new FiscalRefused("not so"));
            case WELL, SLOW -> Uni.createFrom().item(() -> standing(make(call)));
            case FAILS -> Uni.createFrom().item(() -> fail(make(call)));
            case SILENT_BUT_DOES_IT ->
                    Uni.createFrom()
                            .item(() -> make(call))
                            .chain(
                                    _ ->
                                            Uni.createFrom()
                                                    .failure(new FiscalUnavailable("no answer")));
        };
    }

    /** It takes it, and tells later that nothing came of it. */
    private Standing fail(Told one) {
        failed.add(one);
        return new Standing.Underway();
    }

    private Told make(ReceiptCall call) {
        Told one = new Told(call.id(), call.left(), call.replaces(), "r" + (told.size() + 1));
        told.add(one);
        return one;
    }
}
