/**
 * Four eyes for money: one member of staff asks, another approves, and the deed is done with it.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.approval;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
