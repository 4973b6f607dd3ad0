package io.cybervpn.domain.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.ServicePresence;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskKind;
import io.cybervpn.domain.provisioning.TaskState;
import io.cybervpn.domain.shared.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R142: what staff are asked, so that there is what was bought. */
class ManualWorkTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration KEEP = Duration.ofDays(30);
    private static final AccountId ANNA = new AccountId(UUID.randomUUID());
    private static final ManualService ABSENT =
            ManualService.absent(
                    UUID.randomUUID(),
                    new PanelId(UUID.randomUUID()),
                    new AccessId(UUID.randomUUID()),
                    NOW);

    private static AccessSpec wish(boolean enabled, int days, String... groups) {
        Entitlement entitlement =
                new Entitlement(
                        Limit.unlimited(),
                        TrafficReset.NO_RESET,
                        Limit.unlimited(),
                        List.of(groups));
        return new AccessSpec(enabled, NOW.plus(Duration.ofDays(days)), entitlement);
    }

    private static ManualWork.Asking at(Instant now) {
        return new ManualWork.Asking(new TaskId(UUID.randomUUID()), now, KEEP);
    }

    private static ManualWork.Step brought(
            ManualService service, Optional<StaffTask> open, AccessSpec wish) {
        return new ManualWork(service, open).bring(wish, at(NOW));
    }

    private static StaffTask asked(ManualWork.Step step) {
        assertThat(step).isInstanceOf(ManualWork.Step.Asked.class);
        return ((ManualWork.Step.Asked) step).task();
    }

    private static ManualWork.Step.Agreed agreed(ManualWork.Step step) {
        assertThat(step).isInstanceOf(ManualWork.Step.Agreed.class);
        return (ManualWork.Step.Agreed) step;
    }

    private static StaffTask create(AccessSpec wish) {
        return asked(brought(ABSENT, Optional.empty(), wish));
    }

    private static ManualService running(AccessSpec wish) {
        return agreed(
                        brought(
                                ABSENT.done(create(wish), Handover.NONE, NOW),
                                Optional.empty(),
                                wish))
                .service();
    }

    @Test
    void what_is_bought_is_to_be_made_and_then_nothing_is_left_to_do() {
        AccessSpec wish = wish(true, 30, "office");
        StaffTask task = create(wish);

        assertThat(task.kind()).isEqualTo(TaskKind.CREATE);
        assertThat(task.version()).isEqualTo(1);
        ManualService made = running(wish);
        assertThat(made.presence()).isEqualTo(ServicePresence.RUNNING);
        assertThat(made.agreed()).contains(wish);
    }

    @Test
    void paying_twice_asks_once_and_makes_nobody_look_again() {
        StaffTask task = create(wish(true, 30, "office"));

        StaffTask again = asked(brought(ABSENT, Optional.of(task), wish(true, 60, "office")));

        assertThat(again.id()).isEqualTo(task.id());
        assertThat(again.version()).isEqualTo(1);
        assertThat(again.wish().expireAt()).isEqualTo(NOW.plus(Duration.ofDays(60)));
    }

    @Test
    void another_plan_meanwhile_takes_the_place_of_the_wish_and_has_to_be_looked_at() {
        StaffTask task = create(wish(true, 30, "office"));

        StaffTask changed = asked(brought(ABSENT, Optional.of(task), wish(true, 30, "home")));

        assertThat(changed.id()).isEqualTo(task.id());
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.verdict(Optional.of(ANNA), 1)).isEqualTo(new TaskVerdict.Stale(2));
        assertThat(changed.verdict(Optional.of(ANNA), 2)).isEqualTo(new TaskVerdict.Free());
    }

    @Test
    void what_nobody_took_is_withdrawn_when_it_is_cancelled() {
        StaffTask task = create(wish(true, 30, "office"));

        ManualWork.Step.Agreed step =
                agreed(brought(ABSENT, Optional.of(task), wish(false, 30, "office")));

        assertThat(step.withdrawn().orElseThrow().state()).isEqualTo(TaskState.WITHDRAWN);
        assertThat(step.service().presence()).isEqualTo(ServicePresence.ABSENT);
    }

    @Test
    void whoever_had_begun_it_is_asked_to_clean_up() {
        StaffTask taken = create(wish(true, 30, "office")).assigned(Optional.of(ANNA));

        StaffTask cleanUp = asked(brought(ABSENT, Optional.of(taken), wish(false, 30, "office")));

        assertThat(cleanUp.id()).isEqualTo(taken.id());
        assertThat(cleanUp.kind()).isEqualTo(TaskKind.REMOVE);
        assertThat(cleanUp.assignee()).contains(ANNA);
        StaffTask givenBack = cleanUp.assigned(Optional.empty());
        assertThat(agreed(brought(ABSENT, Optional.of(givenBack), wish(false, 30, "office"))))
                .extracting(step -> step.withdrawn().isPresent())
                .isEqualTo(true);
    }

    @Test
    void a_renewal_asks_nobody_and_another_plan_asks_for_a_change() {
        ManualService service = running(wish(true, 30, "office"));

        assertThat(agreed(brought(service, Optional.empty(), wish(true, 60, "office"))).withdrawn())
                .isEmpty();
        assertThat(asked(brought(service, Optional.empty(), wish(true, 30, "home"))).kind())
                .isEqualTo(TaskKind.CHANGE);
    }

    @Test
    void what_ended_is_suspended_then_resumed_by_a_late_payment_or_removed_in_the_end() {
        ManualService service = running(wish(true, 30, "office"));
        AccessSpec over = wish(true, -1, "office");
        StaffTask suspend = asked(brought(service, Optional.empty(), over));
        assertThat(suspend.kind()).isEqualTo(TaskKind.SUSPEND);

        ManualService stopped = service.done(suspend, Handover.NONE, NOW);
        assertThat(agreed(brought(stopped, Optional.empty(), over)).service().presence())
                .isEqualTo(ServicePresence.STOPPED);
        assertThat(asked(brought(stopped, Optional.empty(), wish(true, 9, "office"))).kind())
                .isEqualTo(TaskKind.RESUME);
        StaffTask remove =
                asked(new ManualWork(stopped, Optional.empty()).bring(over, at(NOW.plus(KEEP))));
        assertThat(remove.kind()).isEqualTo(TaskKind.REMOVE);

        ManualService gone = stopped.done(remove, Handover.NONE, NOW);
        assertThat(gone.presence()).isEqualTo(ServicePresence.ABSENT);
        assertThat(gone.made()).isEmpty();
        assertThat(asked(brought(gone, Optional.empty(), wish(true, 9, "office"))).kind())
                .isEqualTo(TaskKind.CREATE);
    }

    @Test
    void what_was_refused_is_not_asked_again_until_something_else_is_wanted() {
        AccessSpec wish = wish(true, 30, "office");
        ManualService refused = ABSENT.refused(create(wish), "no line to that street");

        assertThat(brought(refused, Optional.empty(), wish))
                .isEqualTo(new ManualWork.Step.Refused("no line to that street"));
        assertThat(brought(refused, Optional.empty(), wish(true, 60, "office")))
                .isInstanceOf(ManualWork.Step.Refused.class);
        assertThat(asked(brought(refused, Optional.empty(), wish(true, 30, "home"))).kind())
                .isEqualTo(TaskKind.CREATE);
        assertThat(agreed(brought(refused, Optional.empty(), wish(false, 30, "office"))))
                .extracting(step -> step.service().refusal())
                .isEqualTo(Optional.empty());
    }

    @Test
    void what_lives_elsewhere_is_to_be_removed_and_what_never_was_is_just_forgotten() {
        ManualService service = running(wish(true, 30, "office"));

        ManualWork.Step step = new ManualWork(service, Optional.empty()).remove(at(NOW));
        assertThat(asked(step).kind()).isEqualTo(TaskKind.REMOVE);
        assertThat(((ManualWork.Step.Asked) step).service().leaving()).isTrue();
        assertThat(agreed(new ManualWork(ABSENT, Optional.empty()).remove(at(NOW))).service())
                .isEqualTo(ABSENT.leaving(true));
    }

    @Test
    void who_comes_back_before_anybody_removed_him_stays() {
        AccessSpec wish = wish(true, 30, "office");
        ManualService service = running(wish);
        StaffTask remove = asked(new ManualWork(service, Optional.empty()).remove(at(NOW)));

        assertThat(agreed(brought(service.leaving(true), Optional.of(remove), wish)).withdrawn())
                .isPresent();
        StaffTask begun = remove.assigned(Optional.of(ANNA));
        assertThat(asked(brought(service.leaving(true), Optional.of(begun), wish)).kind())
                .isEqualTo(TaskKind.CHANGE);
    }

    @Test
    void a_task_of_another_or_that_is_over_is_left_alone_and_a_repetition_is_known() {
        StaffTask taken = create(wish(true, 30, "office")).assigned(Optional.of(ANNA));
        AccountId boris = new AccountId(UUID.randomUUID());

        assertThat(taken.verdict(Optional.of(boris))).isEqualTo(new TaskVerdict.TakenByOther(ANNA));
        assertThat(taken.verdict(Optional.empty())).isEqualTo(new TaskVerdict.TakenByOther(ANNA));
        StaffTask done =
                taken.closed(TaskState.DONE, new StaffTask.Closing(NOW, Optional.of(ANNA), ""));
        assertThat(done.verdict(Optional.of(ANNA), 1)).isEqualTo(new TaskVerdict.Closed());
        assertThat(done.wasClosed(TaskState.DONE, Optional.of(ANNA), 1)).isTrue();
        assertThat(done.wasClosed(TaskState.DONE, Optional.of(boris), 1)).isFalse();
        assertThat(done.wasClosed(TaskState.REJECTED, Optional.of(ANNA), 1)).isFalse();
    }
}
