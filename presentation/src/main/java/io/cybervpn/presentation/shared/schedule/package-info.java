/** Clockwork: what runs the relay and the inbox. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.shared.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
