package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.ServiceAccess.State;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.domain.provisioning.ServicePresence;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Handover;
import io.cybervpn.domain.provisioning.model.ManualService;
import io.cybervpn.domain.provisioning.repository.ManualServices;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Opens what staff handed over to a customer. Only for an open unit of work. */
@Singleton
final class HandoverDesk {
    private final ManualServices services;
    private final SecretBox box;

    @Inject
    HandoverDesk(ManualServices services, SecretBox box) {
        this.services = services;
        this.box = box;
    }

    /**
     * What he may see.
     *
     * @param usable whether he has paid for it at this moment
     */
    Uni<ServiceAccess> of(Access access, boolean usable) {
        return services.of(access.desire().id()).map(all -> show(all, access, usable));
    }

    private ServiceAccess show(List<ManualService> all, Access access, boolean usable) {
        return all.stream()
                .filter(service -> service.panel().equals(access.desire().panel()))
                .findFirst()
                .map(service -> show(service, usable))
                .orElseGet(
                        () ->
                                new ServiceAccess.ByHand(
                                        without(usable), "", "", "", Optional.empty()));
    }

    private ServiceAccess show(ManualService service, boolean usable) {
        Handover handover = service.handover();
        return new ServiceAccess.ByHand(
                stateOf(service.presence(), usable),
                handover.text(),
                handover.login(),
                handover.address(),
                handover.secret().map(locked -> opened(locked, service)));
    }

    private String opened(String locked, ManualService service) {
        return new String(
                box.open(locked, ManualService.purpose(service.id())), StandardCharsets.UTF_8);
    }

    private static State stateOf(ServicePresence presence, boolean usable) {
        return switch (presence) {
            case ABSENT -> without(usable);
            case RUNNING -> State.READY;
            case STOPPED -> usable ? State.PREPARING : State.SUSPENDED;
        };
    }

    private static State without(boolean usable) {
        return usable ? State.PREPARING : State.ENDED;
    }
}
