/** Security events over HTTP: all of them for staff, one's own for everybody. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.identity.rest.events;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
