package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

/** Lets in who may change what is printed: whoever may not is told so before his wish is read. */
@Singleton
final class SettingsDoor {
    private final CurrentActor actor;
    private final Validator validator;

    @Inject
    SettingsDoor(CurrentActor actor, Validator validator) {
        this.actor = actor;
        this.validator = validator;
    }

    /** Who asks, if he may. */
    Actor enter() {
        Actor who = actor.actor();
        if (!who.may(Permission.INVOICES_SETTINGS)) {
            throw Problem.forbidden().asException();
        }
        return who;
    }

    /** The same, whose wish is as its constraints say. */
    <T> Actor enter(T wish) {
        Actor who = enter();
        var wrong = validator.validate(wish).stream().map(SettingsDoor::error).toList();
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong).asException();
        }
        return who;
    }

    private static Problem.FieldError error(ConstraintViolation<?> broken) {
        return new Problem.FieldError(
                "/" + broken.getPropertyPath(), "invalid", broken.getMessage());
    }
}
