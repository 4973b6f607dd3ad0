package io.cybervpn.infrastructure.shared;

import io.cybervpn.domain.appstore.StoreServiceChanged;
import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.appstore.StoreTrouble;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.fiscal.FiscalReceiptGivenUp;
import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.identity.AccountErased;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountsMerged;
import io.cybervpn.domain.identity.EmailChanged;
import io.cybervpn.domain.identity.EmailCodeAsked;
import io.cybervpn.domain.identity.EmailPurpose;
import io.cybervpn.domain.identity.ExportAsked;
import io.cybervpn.domain.identity.ExportId;
import io.cybervpn.domain.identity.PasskeysChanged;
import io.cybervpn.domain.identity.RefreshTokenReused;
import io.cybervpn.domain.identity.SecondFactorReset;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.SessionsEnded;
import io.cybervpn.domain.identity.TelegramUserRegistered;
import io.cybervpn.domain.ledger.WalletChanged;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentExpired;
import io.cybervpn.domain.payment.PaymentFlagged;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.RecurringChargeCaptured;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.ReturnUnmatched;
import io.cybervpn.domain.payment.SavedMethodForgotten;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.provisioning.AccessGranted;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.GraceBegan;
import io.cybervpn.domain.provisioning.GraceReason;
import io.cybervpn.domain.provisioning.PanelNodeNoticed;
import io.cybervpn.domain.provisioning.RemovalNear;
import io.cybervpn.domain.provisioning.StaffTasksToTell;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TrafficThresholdReached;
import io.cybervpn.domain.renewal.GraceDue;
import io.cybervpn.domain.renewal.RenewalToTell;
import io.cybervpn.domain.renewal.Topic;
import io.cybervpn.domain.server.MaintenanceAnnounced;
import io.cybervpn.domain.server.ServerCameBack;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.ServerWentOffline;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.AddOnsChanged;
import io.cybervpn.domain.subscription.SubscriptionChanged;
import io.cybervpn.domain.subscription.SubscriptionExpired;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionHeld;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionReleased;
import io.cybervpn.domain.subscription.SubscriptionShortened;
import io.cybervpn.domain.subscription.SubscriptionTerminated;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Events and what they are made of: the outbox reads and writes them as JSON, which a native image
 * must know of.
 */
@RegisterForReflection(
        targets = {
            AccessGranted.class,
            AccessId.class,
            AccountErased.class,
            AccountId.class,
            AccountsMerged.class,
            EmailChanged.class,
            SecondFactorReset.class,
            EmailCodeAsked.class,
            EmailPurpose.class,
            Entitlement.class,
            Boost.class,
            Boost.Kind.class,
            ExportAsked.class,
            ExportId.class,
            FiscalReceiptGivenUp.class,
            FiscalReceiptId.class,
            GraceBegan.class,
            GraceDue.class,
            GraceReason.class,
            MaintenanceAnnounced.class,
            Money.class,
            OrderId.class,
            OrderPaid.class,
            PanelNodeNoticed.class,
            PasskeysChanged.class,
            PaymentCaptured.class,
            PaymentExpired.class,
            PaymentFlagged.class,
            RecurringChargeCaptured.class,
            PaymentRefunded.class,
            PaymentRefundUndone.class,
            PaymentId.class,
            PlanId.class,
            RefreshTokenReused.class,
            Rates.class,
            RefundCause.class,
            RefundId.class,
            RemovalNear.class,
            StaffTasksToTell.class,
            TaskId.class,
            RenewalToTell.class,
            ReturnUnmatched.class,
            SavedMethodForgotten.class,
            SavedMethodId.class,
            ServerCameBack.class,
            ServerId.class,
            ServerWentOffline.class,
            SessionId.class,
            SessionsEnded.class,
            StoreServiceChanged.class,
            StoreServiceId.class,
            StoreTrouble.class,
            AddOnsChanged.class,
            SubscriptionChanged.class,
            SubscriptionExpired.class,
            SubscriptionExtended.class,
            SubscriptionHeld.class,
            SubscriptionId.class,
            SubscriptionReleased.class,
            SubscriptionShortened.class,
            SubscriptionTerminated.class,
            TelegramUserRegistered.class,
            Topic.class,
            TrafficThresholdReached.class,
            WalletChanged.class
        })
final class NativeTypes {
    private NativeTypes() {}
}
