package io.cybervpn.infrastructure.shared;

import io.cybervpn.domain.appstore.StoreServiceChanged;
import io.cybervpn.domain.appstore.StoreTrouble;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.fiscal.FiscalReceiptGivenUp;
import io.cybervpn.domain.identity.AccountErased;
import io.cybervpn.domain.identity.AccountsMerged;
import io.cybervpn.domain.identity.EmailChanged;
import io.cybervpn.domain.identity.EmailCodeAsked;
import io.cybervpn.domain.identity.ExportAsked;
import io.cybervpn.domain.identity.PasskeysChanged;
import io.cybervpn.domain.identity.RefreshTokenReused;
import io.cybervpn.domain.identity.SecondFactorReset;
import io.cybervpn.domain.identity.SessionsEnded;
import io.cybervpn.domain.identity.TelegramUserRegistered;
import io.cybervpn.domain.ledger.WalletChanged;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentExpired;
import io.cybervpn.domain.payment.PaymentFlagged;
import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.RecurringChargeCaptured;
import io.cybervpn.domain.payment.ReturnUnmatched;
import io.cybervpn.domain.payment.SavedMethodForgotten;
import io.cybervpn.domain.provisioning.AccessGranted;
import io.cybervpn.domain.provisioning.GraceBegan;
import io.cybervpn.domain.provisioning.PanelNodeNoticed;
import io.cybervpn.domain.provisioning.RemovalNear;
import io.cybervpn.domain.provisioning.StaffTasksToTell;
import io.cybervpn.domain.provisioning.TrafficThresholdReached;
import io.cybervpn.domain.renewal.GraceDue;
import io.cybervpn.domain.renewal.RenewalToTell;
import io.cybervpn.domain.server.MaintenanceAnnounced;
import io.cybervpn.domain.server.ServerCameBack;
import io.cybervpn.domain.server.ServerWentOffline;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.subscription.AddOnsChanged;
import io.cybervpn.domain.subscription.SubscriptionChanged;
import io.cybervpn.domain.subscription.SubscriptionExpired;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionHeld;
import io.cybervpn.domain.subscription.SubscriptionReleased;
import io.cybervpn.domain.subscription.SubscriptionShortened;
import io.cybervpn.domain.subscription.SubscriptionTerminated;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** The stored name of each event. A name is for ever: rows written by an older version carry it. */
@Singleton
final class EventTypes {
    private static final Map<String, Class<? extends DomainEvent>> BY_NAME =
            Map.ofEntries(
                    Map.entry("appstore.service-changed", StoreServiceChanged.class),
                    Map.entry("appstore.trouble", StoreTrouble.class),
                    Map.entry("billing.order-paid", OrderPaid.class),
                    Map.entry("fiscal.receipt-given-up", FiscalReceiptGivenUp.class),
                    Map.entry("identity.refresh-token-reused", RefreshTokenReused.class),
                    Map.entry("identity.sessions-ended", SessionsEnded.class),
                    Map.entry("identity.passkeys-changed", PasskeysChanged.class),
                    Map.entry("ledger.wallet-changed", WalletChanged.class),
                    Map.entry("payment.captured", PaymentCaptured.class),
                    Map.entry("payment.expired", PaymentExpired.class),
                    Map.entry("payment.flagged", PaymentFlagged.class),
                    Map.entry("payment.recurring-charged", RecurringChargeCaptured.class),
                    Map.entry("payment.refunded", PaymentRefunded.class),
                    Map.entry("payment.refund-undone", PaymentRefundUndone.class),
                    Map.entry("payment.return-unmatched", ReturnUnmatched.class),
                    Map.entry("subscription.add-ons-changed", AddOnsChanged.class),
                    Map.entry("subscription.changed", SubscriptionChanged.class),
                    Map.entry("payment.method-forgotten", SavedMethodForgotten.class),
                    Map.entry("subscription.shortened", SubscriptionShortened.class),
                    Map.entry("provisioning.access-granted", AccessGranted.class),
                    Map.entry("provisioning.node-noticed", PanelNodeNoticed.class),
                    Map.entry("provisioning.traffic-threshold", TrafficThresholdReached.class),
                    Map.entry("provisioning.grace-began", GraceBegan.class),
                    Map.entry("provisioning.staff-tasks-to-tell", StaffTasksToTell.class),
                    Map.entry("provisioning.removal-near", RemovalNear.class),
                    Map.entry("renewal.grace-due", GraceDue.class),
                    Map.entry("renewal.to-tell", RenewalToTell.class),
                    Map.entry("server.came-back", ServerCameBack.class),
                    Map.entry("server.maintenance-announced", MaintenanceAnnounced.class),
                    Map.entry("server.went-offline", ServerWentOffline.class),
                    Map.entry("subscription.extended", SubscriptionExtended.class),
                    Map.entry("subscription.expired", SubscriptionExpired.class),
                    Map.entry("subscription.held", SubscriptionHeld.class),
                    Map.entry("subscription.released", SubscriptionReleased.class),
                    Map.entry("identity.email-code-asked", EmailCodeAsked.class),
                    Map.entry("identity.email-changed", EmailChanged.class),
                    Map.entry("identity.export-asked", ExportAsked.class),
                    Map.entry("identity.account-erased", AccountErased.class),
                    Map.entry("identity.telegram-user-registered", TelegramUserRegistered.class),
                    Map.entry("identity.accounts-merged", AccountsMerged.class),
                    Map.entry("subscription.terminated", SubscriptionTerminated.class),
                    Map.entry("identity.second-factor-reset", SecondFactorReset.class));

    private static final Map<Class<? extends DomainEvent>, String> BY_CLASS =
            BY_NAME.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    String nameOf(DomainEvent event) {
        String name = BY_CLASS.get(event.getClass());
        if (name == null) {
            throw new IllegalStateException("no stored name for " + event.getClass().getName());
        }
        return name;
    }

    Class<? extends DomainEvent> classOf(String name) {
        Class<? extends DomainEvent> type = BY_NAME.get(name);
        if (type == null) {
            throw new IllegalStateException("no event is stored as " + name);
        }
        return type;
    }
}
