import { ledgerText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Card } from '../parts/index.ts';
import { DownloadLedger } from './download-ledger.tsx';
import { UploadLedger } from './upload-ledger.tsx';
import './ledger.css';

/** The open ledger of one mailbox: nobody is locked in. */
export const LedgerCard = ({ userId, may }: { userId: string; may: ReadonlySet<string> }) => {
  const t = useText(ledgerText);
  if (!may.has('ledger.read')) return null;
  return (
    <Card title={t('title')}>
      <p class="small quiet">{t('intro')}</p>
      <DownloadLedger userId={userId} />
      {may.has('ledger.write') ? <UploadLedger userId={userId} /> : null}
    </Card>
  );
};
