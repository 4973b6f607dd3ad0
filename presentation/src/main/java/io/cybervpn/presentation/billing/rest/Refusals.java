package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.billing.NotForSale;
import io.cybervpn.application.billing.Refusal;
import io.cybervpn.domain.billing.AddOnRefusal;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import java.util.Map;

/** Billing's refusals in the words of the API. */
final class Refusals {
    private Refusals() {}

    static ProblemException problem(NotForSale reason) {
        return switch (reason) {
            case NotForSale.NoSuchPlan _ ->
                    Problem.of(404, "plan_not_found", "There is no such plan.").asException();
            case NotForSale.NotOnSale _ ->
                    Problem.of(409, "plan_not_on_sale", "This plan is not sold now.").asException();
            case NotForSale.NoSuchTerm _ ->
                    Problem.of(422, "term_not_offered", "The plan is not sold for this term.")
                            .asException();
            case NotForSale.NoPriceIn(var asset) ->
                    Problem.of(
                                    422,
                                    "currency_not_offered",
                                    "This term has no price in this currency.")
                            .withParams(Currencies.params(asset))
                            .asException();
        };
    }

    static ProblemException problem(Refusal reason) {
        return switch (reason) {
            case Refusal.LoginRequired _ -> Problem.forbidden().asException();
            case Refusal.Unsold(var notForSale) -> problem(notForSale);
            case Refusal.NoSuchSubscription _ ->
                    Problem.of(404, "subscription_not_found", "There is no such subscription.")
                            .asException();
            case Refusal.OfOthers others -> problem(others);
            case Refusal.OtherPlan(var plan) ->
                    Problem.of(
                                    422,
                                    "subscription_of_other_plan",
                                    "A subscription is renewed with its own plan.")
                            .withParams(Map.of("planId", plan.value().toString()))
                            .asException();
            case Refusal.NoPlanChange(var no) -> problem(no);
            case Refusal.NoAddOn(var no) -> problem(no);
            case Refusal.NoSuchPaymentMethod _ ->
                    Problem.of(
                                    422,
                                    "payment_method_unavailable",
                                    "The shop does not take this way to pay.")
                            .asException();
            case Refusal.KeyReused _ ->
                    Problem.of(
                                    422,
                                    "idempotency_key_reused",
                                    "This key was used with another body.")
                            .asException();
        };
    }

    private static ProblemException problem(Refusal.OfOthers reason) {
        return switch (reason) {
            case Refusal.KeptByStore _ ->
                    Problem.of(
                                    409,
                                    "subscription_of_app_store",
                                    "An app store keeps this subscription: it is paid and changed there.")
                            .asException();
            case Refusal.NotRecurring _ ->
                    Problem.of(
                                    422,
                                    "recurring_not_offered",
                                    "This is not charged again and again by itself in this way.")
                            .asException();
            case Refusal.ChargedByProvider _ ->
                    Problem.of(
                                    409,
                                    "charged_by_provider",
                                    "A payment provider charges for this subscription by itself"
                                            + " already.")
                            .asException();
        };
    }

    static ProblemException problem(PlanChangeRefusal reason) {
        String text =
                switch (reason) {
                    case SUBSCRIPTION_NOT_FOUND -> "There is no such subscription.";
                    case KEPT_BY_STORE ->
                            "An app store keeps this subscription: its plan is changed there.";
                    case CHARGED_BY_PROVIDER ->
                            "A payment provider charges for this plan by itself. End that first.";
                    case SUBSCRIPTION_HELD ->
                            "The subscription is paused or suspended. Let it go on first.";
                    case SUBSCRIPTION_EXPIRED ->
                            "The subscription has no time left. Order the other plan anew.";
                    case TRIAL_CANNOT_SWITCH ->
                            "All that is left of the subscription was given free.";
                    case SAME_PLAN -> "The subscription runs on this plan.";
                    case CURRENCY_NOT_OFFERED ->
                            "The plan has no price in a currency that the subscription was, or"
                                    + " would be, paid in.";
                    case TOO_MANY_CHANGES -> "The subscription was changed as often as it may be.";
                    case PLAN_NOT_ON_SALE -> "The plan is not sold now, or not for this term.";
                    case MODE_NOT_OFFERED ->
                            "The plan is not changed in this way. The preview shows the ways that"
                                    + " are open.";
                    case PREVIEW_OUTDATED ->
                            "What was previewed does not hold any more. Preview it again.";
                };
        return Problem.of(status(reason), reason.code(), text).asException();
    }

    static ProblemException problem(AddOnRefusal reason) {
        String text =
                switch (reason) {
                    case SUBSCRIPTION_NOT_FOUND -> "You have no such subscription.";
                    case SUBSCRIPTION_HELD ->
                            "The subscription is paused or suspended. Let it go on first.";
                    case SUBSCRIPTION_EXPIRED -> "The subscription does not run. Renew it first.";
                    case ADD_ON_NOT_ON_SALE -> "The add-on is not sold now.";
                    case CURRENCY_NOT_OFFERED -> "The add-on has no price in this currency.";
                    case NOTHING_TO_ADD -> "The plan sets no limit to this.";
                };
        return Problem.of(status(reason), reason.code(), text).asException();
    }

    private static int status(AddOnRefusal reason) {
        return switch (reason) {
            case SUBSCRIPTION_NOT_FOUND -> 404;
            case SUBSCRIPTION_HELD, SUBSCRIPTION_EXPIRED, ADD_ON_NOT_ON_SALE -> 409;
            case CURRENCY_NOT_OFFERED, NOTHING_TO_ADD -> 422;
        };
    }

    private static int status(PlanChangeRefusal reason) {
        return switch (reason) {
            case SUBSCRIPTION_NOT_FOUND -> 404;
            case KEPT_BY_STORE,
                    CHARGED_BY_PROVIDER,
                    SUBSCRIPTION_HELD,
                    SUBSCRIPTION_EXPIRED,
                    SAME_PLAN,
                    PLAN_NOT_ON_SALE,
                    PREVIEW_OUTDATED ->
                    409;
            case TRIAL_CANNOT_SWITCH, CURRENCY_NOT_OFFERED, TOO_MANY_CHANGES, MODE_NOT_OFFERED ->
                    422;
        };
    }
}
