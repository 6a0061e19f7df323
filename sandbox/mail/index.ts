export { createMailSink, type ReceivedMail } from './mail-sink.ts';
