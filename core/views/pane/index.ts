/** Side panel and task pane: my sync beside the open item. */
export { MyMailbox } from './my-mailbox.tsx';
export { renderPane } from './render-pane.tsx';
