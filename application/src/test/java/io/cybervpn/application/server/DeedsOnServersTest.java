package io.cybervpn.application.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.server.port.Places;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.server.MaintenanceAnnounced;
import io.cybervpn.domain.server.Place;
import io.cybervpn.domain.server.ServerCameBack;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.repository.ServerFaces.Unplaced;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What staff do to servers, and what stays of it when the panel's answer gets lost. */
class DeedsOnServersTest {
    private static final Actor STAFF =
            new Actor.Staff(new AccountId(new UUID(0, 9)), Set.of(Permission.SERVERS_WRITE));
    private static final Actor NOBODY = new Actor.Staff(new AccountId(new UUID(0, 8)), Set.of());

    private final ServerWorld world = new ServerWorld();
    private final SteerServer steer =
            new SteerServer(world.unitOfWork, world.servers, world.panel, world.sync, world.audit);
    private final BeginMaintenance begin =
            new BeginMaintenance(
                    world.unitOfWork,
                    world.servers,
                    world.each,
                    world.outbox,
                    world.audit,
                    world.clock);
    private final EndMaintenance end =
            new EndMaintenance(
                    world.unitOfWork, world.servers, world.each, world.audit, world.clock);

    private ServerId nl() {
        assertThat(world.synced().panels()).isEqualTo(1);
        return world.server("nl").id();
    }

    private SteerServer.Result steer(Actor actor, ServerId id, SteerServer.Deed deed) {
        return steer.execute(new SteerServer.Command(actor, id, deed)).await().indefinitely();
    }

    private BeginMaintenance.Result begin(ServerId id, boolean announce) {
        return begin.execute(
                        new BeginMaintenance.Command(
                                STAFF, id, "new disks", Optional.empty(), announce))
                .await()
                .indefinitely();
    }

    private List<String> audited() {
        return world.audit.actions();
    }

    @Test
    void a_server_is_switched_off_by_its_panel_and_is_so_at_once() {
        ServerId id = nl();
        world.clock.advance(Duration.ofMinutes(1));

        assertThat(steer(STAFF, id, SteerServer.Deed.DISABLE))
                .isEqualTo(new SteerServer.Result.Done());

        assertThat(world.server("nl").condition().state().reason()).isEqualTo("disabled");
        assertThat(audited()).containsExactly("server.disable");
    }

    @Test
    void a_lost_answer_is_said_to_be_unknown_and_the_trail_has_what_was_asked() {
        ServerId id = nl();
        world.panel.losesAnswers(true);

        assertThat(steer(STAFF, id, SteerServer.Deed.RESTART))
                .isEqualTo(new SteerServer.Result.OutcomeUnknown());

        assertThat(world.panel.restarts).isEqualTo(1);
        assertThat(audited()).containsExactly("server.restart", "server.outcome_unknown");
    }

    @Test
    void who_may_not_does_nothing_and_what_is_not_there_is_said() {
        ServerId id = nl();
        assertThat(steer(NOBODY, id, SteerServer.Deed.RESTART))
                .isEqualTo(new SteerServer.Result.Forbidden());
        assertThat(steer(STAFF, new ServerId(new UUID(7, 7)), SteerServer.Deed.RESTART))
                .isEqualTo(new SteerServer.Result.NoSuchServer());
        world.panel.remove("nl");
        assertThat(world.synced().moved()).isEqualTo(1);

        assertThat(steer(STAFF, id, SteerServer.Deed.ENABLE))
                .isEqualTo(new SteerServer.Result.Gone());

        assertThat(world.panel.restarts).isZero();
        assertThat(audited()).isEmpty();
    }

    @Test
    void maintenance_is_told_if_wanted_and_ends_with_what_is_seen() {
        ServerId id = nl();
        assertThat(begin(id, false)).isEqualTo(new BeginMaintenance.Result.Begun());
        assertThat(world.outbox.events()).isEmpty();
        assertThat(begin(id, true)).isEqualTo(new BeginMaintenance.Result.Begun());
        assertThat(world.outbox.events(MaintenanceAnnounced.class)).hasSize(1);
        assertThat(world.state("nl")).isEqualTo("maintenance");

        assertThat(end.execute(new EndMaintenance.Command(STAFF, id)).await().indefinitely())
                .isEqualTo(EndMaintenance.Result.ENDED);
        assertThat(end.execute(new EndMaintenance.Command(STAFF, id)).await().indefinitely())
                .isEqualTo(EndMaintenance.Result.NOT_IN_MAINTENANCE);

        assertThat(world.state("nl")).isEqualTo("online");
        assertThat(world.outbox.events(ServerCameBack.class)).hasSize(1);
        assertThat(audited())
                .containsExactly(
                        "server.begin_maintenance",
                        "server.begin_maintenance",
                        "server.end_maintenance");
    }

    @Test
    void an_end_that_is_over_is_refused() {
        BeginMaintenance.Command past =
                new BeginMaintenance.Command(
                        STAFF, nl(), "x", Optional.of(world.clock.instant()), true);

        assertThat(begin.execute(past).await().indefinitely())
                .isEqualTo(new BeginMaintenance.Result.EndIsPast());
        assertThat(world.state("nl")).isEqualTo("online");
    }

    @Test
    void an_edit_needs_the_version_that_was_seen_and_a_place_by_staff_wins() {
        ServerId id = new ServerId(new UUID(0, 1));
        InMemoryFaces faces = new InMemoryFaces(world.unitOfWork);
        faces.add(new Unplaced(id, "nl", Optional.of("NL")));
        Place here = new Place(BigDecimal.ONE, BigDecimal.TWO);
        Place centre = new Place(BigDecimal.TEN, BigDecimal.TEN);
        LocateServers locate = new LocateServers(world.unitOfWork, faces, placesOf(centre));
        EditServer edit = new EditServer(world.unitOfWork, faces, world.audit);
        EditServer.Edit moved =
                new EditServer.Edit(
                        Optional.of(" Amsterdam "),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new EditServer.Spot.At(here)));
        assertThat(locate.execute().await().indefinitely()).isEqualTo(1);
        assertThat(faces.placeOf(id)).contains(centre);

        EditServer.Command command = new EditServer.Command(STAFF, id, 1, moved);
        assertThat(edit.execute(command).await().indefinitely())
                .isEqualTo(new EditServer.Result.Edited());
        assertThat(edit.execute(command).await().indefinitely())
                .isEqualTo(new EditServer.Result.Stale(2));

        assertThat(locate.execute().await().indefinitely()).isZero();
        assertThat(faces.placeOf(id)).contains(here);
    }

    private static Places placesOf(Place centre) {
        return new Places() {
            @Override
            public Optional<Place> ofNode(String name) {
                return Optional.empty();
            }

            @Override
            public Optional<Place> ofCountry(String country) {
                return Optional.of(centre);
            }
        };
    }
}
