package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

/** Lets staff in: whoever may not is told so before his wish is read. */
@Singleton
final class StaffDoor {
    private final CurrentActor actor;
    private final Validator validator;

    @Inject
    StaffDoor(CurrentActor actor, Validator validator) {
        this.actor = actor;
        this.validator = validator;
    }

    /** Who asks, if he may. */
    Actor enter(Permission permission) {
        Actor who = actor.actor();
        if (!who.may(permission)) {
            throw Problem.forbidden().asException();
        }
        return who;
    }

    /** The same, whose wish is as its constraints say. */
    <T> Actor enter(Permission permission, T wish) {
        Actor who = enter(permission);
        var wrong = validator.validate(wish).stream().map(StaffDoor::error).toList();
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong).asException();
        }
        return who;
    }

    private static Problem.FieldError error(ConstraintViolation<?> broken) {
        String path = broken.getPropertyPath().toString();
        return new Problem.FieldError(
                "/" + path.replace("].", "/").replace('[', '/').replace('.', '/').replace("]", ""),
                "invalid",
                broken.getMessage());
    }
}
