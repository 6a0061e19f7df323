/** Sign-in, and where the service is. */
export { ServiceForm } from './service-form.tsx';
export { SignInForm } from './sign-in-form.tsx';
