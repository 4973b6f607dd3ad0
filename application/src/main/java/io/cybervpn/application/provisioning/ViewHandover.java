package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.ServicePresence;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Handover;
import io.cybervpn.domain.provisioning.model.ManualService;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.ManualServices;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Shows a customer what staff made for him by hand, and how far they are. */
@Singleton
public final class ViewHandover {
    private final OwnAccess own;
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final ManualServices services;
    private final Panels panels;
    private final SecretBox box;
    private final Clock clock;

    @Inject
    ViewHandover(
            OwnAccess own,
            UnitOfWork unitOfWork,
            Accesses accesses,
            ManualServices services,
            Panels panels,
            SecretBox box,
            Clock clock) {
        this.own = own;
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.services = services;
        this.panels = panels;
        this.box = box;
        this.clock = clock;
    }

    /** Whose. */
    public record Query(Actor actor, AccessId access) {}

    /** How far it is. */
    public enum State {
        /** Staff are at it. */
        PREPARING,
        /** It is there and runs. */
        READY,
        /** It is there and stopped. */
        SUSPENDED,
        /** There is nothing any more, and nothing will be. */
        ENDED
    }

    /** The answer. */
    public sealed interface Result {
        /**
         * What he may see.
         *
         * @param secret as staff typed it
         */
        record Shown(
                State state, String text, String login, String address, Optional<String> secret)
                implements Result {
            /** Leaves what was handed over out. */
            @Override
            public String toString() {
                return "Shown[" + state + "]";
            }
        }

        /** It is nothing that is made by hand. */
        record NotByHand() implements Result {}

        /** There is no such subscription of his. */
        record NoSuchSubscription() implements Result {}
    }

    /** Shows it. */
    public Uni<Result> execute(Query query) {
        return own.find(query.actor(), query.access())
                .chain(
                        found ->
                                switch (found) {
                                    case OwnAccess.Found.NoSuchSubscription() ->
                                            Uni.createFrom().item(new Result.NoSuchSubscription());
                                    case OwnAccess.Found.Usable _, OwnAccess.Found.NotReady _ ->
                                            unitOfWork.run(() -> show(query.access()));
                                });
    }

    /** One that nothing is known of yet was paid a moment ago. */
    private Uni<Result> show(AccessId id) {
        return accesses.find(id)
                .chain(
                        found ->
                                found.map(access -> show(id, access))
                                        .orElseGet(
                                                () ->
                                                        Uni.createFrom()
                                                                .item(shown(State.PREPARING))));
    }

    private Uni<Result> show(AccessId id, Access access) {
        PanelId panel = access.desire().panel();
        return isByHand(panel)
                ? services.of(id).map(all -> show(all, panel, access.desire().spec()))
                : Uni.createFrom().item(new Result.NotByHand());
    }

    private boolean isByHand(PanelId panel) {
        return panels.find(panel)
                .filter(known -> known.panel().kind() == PanelKind.MANUAL)
                .isPresent();
    }

    private Result show(List<ManualService> all, PanelId panel, AccessSpec wish) {
        return all.stream()
                .filter(service -> service.panel().equals(panel))
                .findFirst()
                .map(service -> show(service, wish))
                .orElseGet(() -> shown(stateWithout(wish)));
    }

    private Result show(ManualService service, AccessSpec wish) {
        Handover handover = service.handover();
        return new Result.Shown(
                stateOf(service.presence(), wish),
                handover.text(),
                handover.login(),
                handover.address(),
                handover.secret().map(locked -> opened(locked, service)));
    }

    private String opened(String locked, ManualService service) {
        return new String(
                box.open(locked, ManualService.purpose(service.id())), StandardCharsets.UTF_8);
    }

    private State stateOf(ServicePresence presence, AccessSpec wish) {
        return switch (presence) {
            case ABSENT -> stateWithout(wish);
            case RUNNING -> State.READY;
            case STOPPED -> wish.usableAt(clock.instant()) ? State.PREPARING : State.SUSPENDED;
        };
    }

    private State stateWithout(AccessSpec wish) {
        return wish.usableAt(clock.instant()) ? State.PREPARING : State.ENDED;
    }

    private static Result shown(State state) {
        return new Result.Shown(state, "", "", "", Optional.empty());
    }
}
