package io.cybervpn.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.catalogue.InMemoryCatalogue;
import io.cybervpn.application.catalogue.Samples;
import io.cybervpn.application.identity.SetTrialRight;
import io.cybervpn.application.identity.TrialPeople;
import io.cybervpn.application.identity.TrialTerms;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.TelegramUserRegistered;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.TrialRefusal;
import io.cybervpn.domain.subscription.model.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R26-R29: two days and two gigabytes, once for each person. */
class TrialTest {
    private static final long BYTES = 2L << 30;

    private final SubscriptionWorld world = new SubscriptionWorld();
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue(world.unitOfWork);
    private final TrialPeople people = new TrialPeople(world.unitOfWork, world.clock);
    private final Product product = Samples.product();
    private final Plan plan = Samples.plan(product.id());

    @BeforeEach
    void sell() {
        catalogue.put(product, plan);
    }

    private TrialSettings settings(TrialSettings.Mode mode, boolean keepsDays, TrialTerms terms) {
        return new TrialSettings(
                mode, Optional.of(plan.id()), 2, BYTES, List.of(), keepsDays, terms);
    }

    private static TrialTerms everybody() {
        return new TrialTerms(false, Set.of());
    }

    private StartTrial trials(TrialSettings settings) {
        return new StartTrial(
                world.unitOfWork,
                world.holdOwner,
                catalogue.findPlanTerms(),
                people.claim(),
                new StartTrial.Shelf(
                        settings, world.subscriptions, world.outbox, world.ids, world.clock));
    }

    private StartTrial manual() {
        return trials(settings(TrialSettings.Mode.MANUAL, false, everybody()));
    }

    private static StartTrial.Result start(StartTrial trials, AccountId who, String... device) {
        return trials.execute(
                        new StartTrial.Command(
                                new Actor.Customer(who), List.of(device).stream().findFirst()))
                .await()
                .indefinitely();
    }

    private static StartTrial.Result refused(TrialRefusal reason) {
        return new StartTrial.Result.Refused(reason);
    }

    private Subscription only() {
        assertThat(world.subscriptions.all()).hasSize(1);
        return world.subscriptions.all().getFirst();
    }

    @Test
    void it_is_two_days_and_two_gigabytes_once_for_an_account_a_mailbox_and_a_device() {
        AccountId buyer = people.mailed("a.b+first@gmail.com");

        assertThat(start(manual(), buyer, "phone")).isInstanceOf(StartTrial.Result.Started.class);

        assertThat(only().expireAt()).isEqualTo(world.clock.instant().plus(Duration.ofDays(2)));
        assertThat(only().service().entitlement().trafficBytes()).isEqualTo(Limit.of(BYTES));
        assertThat(only().service().entitlement().reset()).isEqualTo(TrafficReset.NO_RESET);
        assertThat(world.outbox.events(SubscriptionExtended.class)).hasSize(1);
        for (AccountId again : List.of(buyer, people.mailed("ab@googlemail.com"))) {
            assertThat(start(manual(), again)).isEqualTo(refused(TrialRefusal.TRIAL_USED));
        }
        assertThat(start(manual(), people.mailed("other@example.org"), "phone"))
                .isEqualTo(refused(TrialRefusal.TRIAL_USED));
        only();
    }

    @Test
    void who_paid_has_no_right_to_it_until_staff_say_so() {
        AccountId buyer = people.mailed("payer@example.org");
        OrderPaid paid = Purchases.orderPaid(buyer, world.clock.instant());
        CloseTrialOnOrderPaid close =
                new CloseTrialOnOrderPaid(world.unitOfWork, world.holdOwner, people.set());
        close.handle(paid).await().indefinitely();
        close.handle(paid).await().indefinitely();
        assertThat(start(manual(), buyer)).isEqualTo(refused(TrialRefusal.TRIAL_USED));

        people.set().execute(new SetTrialRight.Command(buyer, true)).await().indefinitely();
        assertThat(start(manual(), buyer)).isInstanceOf(StartTrial.Result.Started.class);
    }

    @Test
    void paid_time_takes_its_place_or_is_added_as_the_shop_wants() {
        for (boolean keepsDays : List.of(false, true)) {
            AccountId buyer = people.mailed("renewer-" + keepsDays + "@example.org");
            StartTrial.Result started =
                    start(
                            trials(settings(TrialSettings.Mode.MANUAL, keepsDays, everybody())),
                            buyer);
            SubscriptionId trial = ((StartTrial.Result.Started) started).given().subscription();
            world.clock.advance(Duration.ofDays(1));
            world.extend
                    .handle(Purchases.orderPaid(buyer, Optional.of(trial), world.clock.instant()))
                    .await()
                    .indefinitely();
            Subscription paid =
                    world.subscriptions.find(trial).await().indefinitely().orElseThrow();
            assertThat(paid.expireAt())
                    .isEqualTo(world.clock.instant().plus(Duration.ofDays(keepsDays ? 31 : 30)));
            assertThat(paid.service().entitlement()).isEqualTo(Purchases.LIMITED);
        }
    }

    @Test
    void it_begins_by_itself_for_who_writes_to_the_bot_where_the_shop_wants_it() {
        for (TrialSettings.Mode mode : TrialSettings.Mode.values()) {
            AccountId writer = people.onTelegram(1_000 + mode.ordinal());
            TrialSettings settings = settings(mode, false, everybody());
            StartTrialOnTelegramUserRegistered handler =
                    new StartTrialOnTelegramUserRegistered(trials(settings), settings);
            TelegramUserRegistered event =
                    new TelegramUserRegistered(writer, world.clock.instant());
            handler.handle(event).await().indefinitely();
            handler.handle(event).await().indefinitely();
            assertThat(world.subscriptions.all())
                    .filteredOn(one -> one.service().account().equals(writer))
                    .hasSize(mode == TrialSettings.Mode.AUTO ? 1 : 0);
        }
    }

    @Test
    void who_may_have_one_is_for_the_shop_to_say() {
        TrialTerms strict = new TrialTerms(true, Set.of());
        StartTrial telegramOnly = trials(settings(TrialSettings.Mode.MANUAL, false, strict));
        assertThat(start(telegramOnly, people.mailed("new@example.org")))
                .isEqualTo(refused(TrialRefusal.TELEGRAM_REQUIRED));
        assertThat(start(telegramOnly, people.onTelegram(7)))
                .isInstanceOf(StartTrial.Result.Started.class);
        TrialTerms known = new TrialTerms(false, Set.of(" Dozen.example "));
        assertThat(
                        start(
                                trials(settings(TrialSettings.Mode.MANUAL, false, known)),
                                people.mailed("one@dozen.example")))
                .isEqualTo(refused(TrialRefusal.MAILBOX_NOT_ALLOWED));
        assertThat(
                        start(
                                trials(settings(TrialSettings.Mode.OFF, false, everybody())),
                                people.mailed("off@example.org")))
                .isEqualTo(refused(TrialRefusal.TRIAL_OFF));
        assertThat(start(manual(), Purchases.buyer())).isEqualTo(refused(TrialRefusal.NO_CUSTOMER));
    }
}
