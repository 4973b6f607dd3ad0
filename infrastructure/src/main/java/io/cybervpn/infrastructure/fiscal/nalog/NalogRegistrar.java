package io.cybervpn.infrastructure.fiscal.nalog;

import io.cybervpn.application.fiscal.port.FiscalRegistrar;
import io.cybervpn.application.fiscal.port.FiscalUnavailable;
import io.cybervpn.application.fiscal.port.ReceiptCall;
import io.cybervpn.application.fiscal.port.Standing;
import io.cybervpn.domain.fiscal.model.Coverage;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** The tax office's service for the self-employed as a registrar. */
@Singleton
final class NalogRegistrar implements FiscalRegistrar {
    static final String NAME = "nalog";

    private final NalogSettings settings;
    private final NalogClient client;

    @Inject
    NalogRegistrar(NalogSettings settings, NalogClient client) {
        this.settings = settings;
        this.client = client;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isReady() {
        return settings.configured();
    }

    @Override
    public boolean isProvidersOwn() {
        return false;
    }

    @Override
    public Optional<Coverage> coverage() {
        return settings.configured()
                ? Optional.of(new Coverage(NAME, settings.providers(), Asset.RUB))
                : Optional.empty();
    }

    @Override
    public Uni<Standing> find(ReceiptCall call) {
        return remote(() -> client.find(call))
                .map(
                        found ->
                                found.<Standing>map(Standing.Made::new)
                                        .orElseGet(Standing.Missing::new));
    }

    @Override
    public Uni<Standing> register(ReceiptCall call) {
        return remote(() -> client.register(call)).map(Standing.Made::new);
    }

    /** A timeout or an open circuit is no answer; a bug of ours stays what it is. */
    private static <T> Uni<T> remote(Supplier<Uni<T>> call) {
        return Remote.outsideUnitOfWork(call)
                .onFailure(FaultToleranceException.class)
                .transform(
                        failure ->
                                new FiscalUnavailable(
                                        "the tax office: " + failure.getClass().getSimpleName()));
    }
}
